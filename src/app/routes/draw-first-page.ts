import type { Application } from '#platform/application.ts'
import type { Caller } from '#platform/context.ts'
import { execute } from '#platform/execute.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/text.ts'
import { FIRST_PAGES } from '../web/first-pages.ts'

export type Drawn = { readonly title: string; readonly body: string }
type DrawPage = (
  path: string,
  language: 'zh' | 'en',
  answers: readonly (readonly [question: unknown, answer: unknown])[],
) => Promise<Drawn>

const FRESH_MS = 30_000
/** Nobody waits longer for a drawing; the page then draws itself. */
const PATIENCE_MS = 1_000

/**
 * Draws the first pages on the server as a visitor gets them, with the answers that a visitor gets; each drawing
 * serves for half a minute, and the page's own code asks for fresh answers behind it. Undefined where there is none
 * in time: a page draws itself as well.
 */
export function makeDrawer(app: Application, program: string) {
  const drawings = new Map<string, { drawn: Promise<Drawn | undefined>; at: number }>()
  return (path: string, language: Language): Promise<Drawn | undefined> => {
    const key = `${language} ${path}`
    const known = drawings.get(key)
    if (known !== undefined && performance.now() - known.at < FRESH_MS) return patiently(known.drawn)
    const drawn = draw(app, program, path, language).catch((error: unknown) => {
      app.log.error({ err: error, path }, 'a first page was not drawn')
      return undefined
    })
    // Kept while it is being drawn, so that two requests at once draw once.
    drawings.set(key, { drawn, at: performance.now() })
    return patiently(drawn)
  }
}

const patiently = (drawn: Promise<Drawn | undefined>): Promise<Drawn | undefined> =>
  Promise.race([
    drawn,
    new Promise<undefined>((resolve) => void setTimeout(() => resolve(undefined), PATIENCE_MS).unref()),
  ])

async function draw(app: Application, program: string, path: string, language: Language): Promise<Drawn> {
  const { drawPage } = (await import(program)) as { drawPage: DrawPage }
  const answers = await Promise.all(
    FIRST_PAGES[path]!.asks.map(async (question) => {
      const [operation, input] = question
      return [question, await execute(app, visitor(language), operation, input)] as const
    }),
  )
  return await drawPage(path, language === 'en' ? 'en' : 'zh', answers)
}

const visitor = (language: Language): Caller => ({
  actor: { kind: 'anonymous' },
  language,
  origin: 'web',
  requestId: newId(),
})
