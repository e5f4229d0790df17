import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIRST_PAGES, STEPS } from '../web/first-pages.ts'
import { addressOf } from '#platform/client/address.ts'

type Chunk = {
  readonly file: string
  readonly name?: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}
type Chunks = Readonly<Record<string, Chunk>>

/** Of every page; it says at once whether the city is a demo, so that no ribbon pushes the page down later. */
export type Documents = { readonly any: string; readonly first: ReadonlyMap<string, string> }

/**
 * The document of each first page, by its path: it names the page's code and answers, so that they come together with
 * the frame's code and not after it, and it holds the styles, so that it can be read as soon as it is there. Any other
 * page's names the frame alone.
 */
export function readDocuments(webFolder: string, installation: 'demo' | 'real'): Documents {
  const read = (file: string) => readFileSync(join(webFolder, file), 'utf8')
  const chunks = JSON.parse(read('chunks.json')) as Chunks
  const named = new Set(filesOf(chunks, 'index.html'))
  const begun = filesOfAll(
    chunks,
    STEPS.map(({ name }) => name),
  ).filter((file) => !named.has(file))
  const document = read('index.html').replace('<html ', `<html data-installation="${installation}" `)
  const any = withHead(document, begun.map(linkTo))
  const first = Object.entries(FIRST_PAGES).map(([path, { name, asks }]) => {
    const files = [...new Set([...begun, ...filesOfAll(chunks, [name])])].filter((file) => !named.has(file))
    const styles = [...named, ...files].filter(isStyles).map(read)
    const head = [
      `<style>${styles.join('\n')}</style>`,
      ...files.map(preloadOf),
      ...asks.map(([operation]) => linkToAnswer(addressOf(operation))),
    ]
    return [path, withHead(document.replace(/<link rel="stylesheet"[^>]*>\s*/, ''), head)] as const
  })
  return { any, first: new Map(first) }
}

const withHead = (document: string, links: readonly string[]) =>
  document.replace('</head>', () => `${links.join('')}</head>`)

const filesOfAll = (chunks: Chunks, names: readonly string[]): string[] =>
  names.flatMap((name) => filesOf(chunks, chunkNamed(chunks, name)))

/** A name that is not in the build is a bug of the table of first pages: it throws. */
function chunkNamed(chunks: Chunks, name: string): string {
  const found = Object.entries(chunks).find(([, chunk]) => chunk.name === name)
  if (found === undefined) throw new Error(`${name} is not among the built pages`)
  return found[0]
}

/** The chunk's own files and those of everything it imports at once. */
function filesOf(chunks: Chunks, key: string, seen = new Set<string>()): string[] {
  const chunk = chunks[key]
  if (chunk === undefined || seen.has(key)) return []
  seen.add(key)
  return [
    chunk.file,
    ...(chunk.css ?? []),
    ...(chunk.imports ?? []).flatMap((name) => filesOf(chunks, name, seen)),
  ]
}

const isStyles = (file: string) => file.endsWith('.css')

const linkTo = (file: string) =>
  isStyles(file) ? `<link rel="stylesheet" crossorigin href="/${file}">` : preloadOf(file)

/** Styles that stand in the document already are fetched for the pages' code, which waits for its own. */
const preloadOf = (file: string) =>
  isStyles(file)
    ? `<link rel="preload" as="style" href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`

const linkToAnswer = (address: string) => `<link rel="preload" as="fetch" crossorigin href="${address}">`
