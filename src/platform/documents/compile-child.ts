/** The compiler's own process: a document as JSON on stdin, the PDF on stdout, what is wrong on stderr. */
import { json } from 'node:stream/consumers'
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from './fonts.ts'
import { prelude } from './prelude.ts'
import type { PdfDocument } from './render-pdf.ts'

const { template, fonts, ...rest } = (await json(process.stdin)) as PdfDocument
const compiler = NodeCompiler.create({
  // An empty place: a template reads no file.
  workspace: '/nonexistent',
  fontArgs: [{ fontPaths: [...fontFolders(), ...(fonts === undefined ? [] : [fonts.folder])] }],
})
const compiled = compiler.compile({
  mainFileContent: `${prelude}\n${template}`,
  inputs: { document: JSON.stringify(rest) },
})
// A family that is not there is replaced with a warning only, and on another machine by another one.
const unknown = messagesOf(compiled.takeWarnings()).filter((message) =>
  message.startsWith('unknown font family'),
)
if (compiled.hasError() || compiled.result === null || unknown.length > 0) {
  process.stderr.write(unknown.join('; ') || diagnosticsOf(compiled))
  process.exitCode = 1
} else {
  process.stdout.write(compiler.pdf(compiled.result))
}

/** The thrown error of this compiler has no message; its diagnostics do. */
function diagnosticsOf(failed: NodeTypstCompileResult): string {
  return messagesOf(failed.takeDiagnostics()).join('; ') || 'the compiler gave no reason'
}

function messagesOf(diagnostics: ReturnType<NodeTypstCompileResult['takeDiagnostics']>): string[] {
  const list = diagnostics === null ? [] : (compiler.fetchDiagnostics(diagnostics) as { message: string }[])
  return list.map(({ message }) => message)
}
