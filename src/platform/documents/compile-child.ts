/** The compiler's own process: a document as JSON on stdin, the PDF on stdout, what is wrong on stderr. */
import { json } from 'node:stream/consumers'
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from './fonts.ts'
import { prelude } from './prelude.ts'
import type { PdfDocument } from './render-pdf.ts'

const { template, ...rest } = (await json(process.stdin)) as PdfDocument
const compiler = NodeCompiler.create({
  // An empty place: a template reads no file.
  workspace: '/nonexistent',
  fontArgs: [{ fontPaths: fontFolders() }],
})
const compiled = compiler.compile({
  mainFileContent: `${prelude}\n${template}`,
  inputs: { document: JSON.stringify(rest) },
})
if (compiled.hasError() || compiled.result === null) {
  process.stderr.write(diagnosticsOf(compiled))
  process.exitCode = 1
} else {
  process.stdout.write(compiler.pdf(compiled.result))
}

/** The thrown error of this compiler has no message; its diagnostics do. */
function diagnosticsOf(failed: NodeTypstCompileResult): string {
  const diagnostics = failed.takeDiagnostics()
  const list = diagnostics === null ? [] : (compiler.fetchDiagnostics(diagnostics) as { message: string }[])
  return list.map(({ message }) => message).join('; ') || 'the compiler gave no reason'
}
