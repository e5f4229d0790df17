import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Language } from '../text.ts'
import { foreignFonts, unknownFamily } from './fonts.ts'

export type PdfDocument = {
  /** Typst source of our own; what it shows stands in `data`, which it reads by that name. */
  readonly template: string
  /** Plain JSON. Pictures as SVG text, drawn by `image(bytes(data.picture))`. */
  readonly data: object
  readonly title: string
  readonly language: Language
  /** Fonts of the installation's own: the folder with their files, and the families that are meant. */
  readonly fonts?: { readonly folder: string; readonly families: readonly string[] }
}

const COMPILER = fileURLToPath(new URL('./compile-child.ts', import.meta.url))
const TIMEOUT_MS = 60_000

/** One at a time: a city's plates take a second, and two compilers take twice the memory. */
let last: Promise<unknown> = Promise.resolve()

/**
 * An A4 PDF in the fonts that we bring. The compiler is native code that keeps what it took, so it runs as a process
 * of its own: the server neither waits for it, nor grows by it, nor falls with it. A template that does not compile
 * or names another font is a bug and throws with what the compiler says.
 */
export function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  const mine = last.then(() => compile(document))
  last = mine.catch(() => undefined)
  return mine
}

async function compile(document: PdfDocument): Promise<Uint8Array> {
  const family = unknownFamily(document.template)
  if (family !== undefined) throw new Error(`the template names a font that we do not bring: ${family}`)
  const child = spawn(process.execPath, [COMPILER], { timeout: TIMEOUT_MS, stdio: 'pipe' })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // A child that dies early closes the pipe; its exit code says why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(JSON.stringify(document))
  const [pdf, said, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`the PDF was not made (exit ${code}): ${said.trim()}`)
  // Configured families have names of their own inside a PDF: as many as were asked for may stand there.
  const foreign = foreignFonts(pdf)
  if (foreign.length > (document.fonts?.families.length ?? 0))
    throw new Error(`the PDF uses a font that we do not bring: ${foreign.join(', ')}`)
  return pdf
}
