import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
type Chunks = Readonly<Record<string, Chunk>>

/**
 * Pages that people open first, on a phone and over a slow line. Their code and answers are named in the document
 * itself, so that they come together with the frame's code and not after it.
 */
const FIRST_PAGES: readonly {
  readonly path: string
  readonly source: string
  readonly answers: readonly string[]
}[] = [
  { path: '/', source: 'home-page.tsx', answers: [] },
  {
    path: '/stations',
    source: '../../programmes/stations/web/member/map-page.tsx',
    answers: ['/api/stations/map-stations'],
  },
  {
    path: '/report',
    source: '../../kernel/figures/web/report-page.tsx',
    answers: ['/api/figures/list-figures'],
  },
]

/** The document of every page; it says at once whether the city is a demo, so that no ribbon pushes the page down later. */
export const readDocument = (webFolder: string, installation: 'demo' | 'real'): string =>
  readFileSync(join(webFolder, 'index.html'), 'utf8').replace(
    '<html ',
    `<html data-installation="${installation}" `,
  )

/** What every page asks. */
const ASKED_BY_ALL = ['/api/access/me', '/api/city/get-city']

/** The document of each first page, by its path. A source that is not in the build is a bug of this table: it throws. */
export function readFirstPages(webFolder: string, document: string): ReadonlyMap<string, string> {
  const chunks = JSON.parse(readFileSync(join(webFolder, 'chunks.json'), 'utf8')) as Chunks
  const known = new Set(filesOf(chunks, 'index.html'))
  return new Map(
    FIRST_PAGES.map(({ path, source, answers }) => {
      const files = filesOf(chunks, source).filter((file) => !known.has(file))
      const links = [...files.map(linkTo), ...[...answers, ...ASKED_BY_ALL].map(linkToAnswer)]
      return [path, document.replace('</head>', `${links.join('')}</head>`)]
    }),
  )
}

/** The chunk's own files and those of everything it imports at once. */
function filesOf(chunks: Chunks, source: string, seen = new Set<string>()): string[] {
  const chunk = chunks[source]
  if (chunk === undefined) throw new Error(`${source} is not among the built pages`)
  if (seen.has(source)) return []
  seen.add(source)
  return [
    chunk.file,
    ...(chunk.css ?? []),
    ...(chunk.imports ?? []).flatMap((name) => filesOf(chunks, name, seen)),
  ]
}

const linkTo = (file: string) =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`

const linkToAnswer = (address: string) => `<link rel="preload" as="fetch" crossorigin href="${address}">`
