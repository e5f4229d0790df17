import { EmbeddedDatabaseFailure } from './failures.ts'
import { type Runner, spawnAs } from './runner.ts'

/** Runs one of PostgreSQL's programs to its end; a failure carries the last lines of what it said. */
export async function runProgram(
  runner: Runner,
  program: string,
  args: string[],
  options: { cwd: string; input: string },
): Promise<void> {
  // In our own process group on purpose: Ctrl-C during the first start then ends initdb with us.
  const child = spawnAs(runner, program, args, { cwd: options.cwd, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4000)))
  // A program that ended early no longer reads; its exit code tells the story better than the broken pipe.
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input)
  const outcome = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  if (outcome !== 0) throw programFailed(program, outcome, said)
}

export function programFailed(
  program: string,
  outcome: number | string,
  said: string,
): EmbeddedDatabaseFailure {
  const lines = said.trim().split('\n').slice(-15).join('\n')
  return new EmbeddedDatabaseFailure('database-program-failed', {
    zh: `内置数据库程序 ${program} 失败（${outcome}）。最后的输出见下。`,
    en: `The embedded database's program ${program} failed (${outcome}). Its last lines:\n${lines}${hint(outcome)}`,
  })
}

/** The kernel says ENOENT for a program that exists when its dynamic loader does not: a musl system such as Alpine. */
function hint(outcome: number | string): string {
  if (!String(outcome).includes('ENOENT')) return ''
  return '\n这些程序需要 glibc（Alpine 等系统请改用 DATABASE_URL）。These programs need glibc; on Alpine use DATABASE_URL.'
}
