import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIRST_PAGES } from '../web/first-pages.ts'
import { addressOf } from '#platform/client/address.ts'

type Chunk = {
  readonly file: string
  readonly name?: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}
type Chunks = Readonly<Record<string, Chunk>>

/** The document of every page; it says at once whether the city is a demo, so that no ribbon pushes the page down later. */
export const readDocument = (webFolder: string, installation: 'demo' | 'real'): string =>
  readFileSync(join(webFolder, 'index.html'), 'utf8').replace(
    '<html ',
    `<html data-installation="${installation}" `,
  )

/**
 * The document of each first page, by its path: it names the page's code and answers, so that they come together with
 * the frame's code and not after it, and it holds the styles, so that it can be read as soon as it is there.
 */
export function readFirstDocuments(webFolder: string, document: string): ReadonlyMap<string, string> {
  const chunks = JSON.parse(readFileSync(join(webFolder, 'chunks.json'), 'utf8')) as Chunks
  const base = new Set(filesOf(chunks, 'index.html'))
  return new Map(
    Object.entries(FIRST_PAGES).map(([path, { name, asks }]) => {
      const files = filesOf(chunks, chunkNamed(chunks, name)).filter((file) => !base.has(file))
      const links = [...files.map(linkTo), ...asks.map(([operation]) => linkToAnswer(addressOf(operation)))]
      const styles = [...base, ...files]
        .filter(isStyles)
        .map((file) => readFileSync(join(webFolder, file), 'utf8'))
      const head = `<style>${styles.join('\n')}</style>${links.join('')}</head>`
      return [path, document.replace(/<link rel="stylesheet"[^>]*>\s*/, '').replace('</head>', () => head)]
    }),
  )
}

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
  isStyles(file)
    ? `<link rel="preload" as="style" href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`

const linkToAnswer = (address: string) => `<link rel="preload" as="fetch" crossorigin href="${address}">`
