import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { EmbeddedDatabaseFailure } from './failures.ts'
import { runProgram } from './run-program.ts'
import type { Runner } from './runner.ts'

type Run = (program: string, args: string[], input?: string) => Promise<void>

/**
 * initdb and single-user mode look up the name of their user and give up where the uid has none, as in a container
 * that was given a bare number (the postmaster itself does not care). There they run in a user namespace in which
 * that uid carries the number of a user who does have a name; on disk everything still belongs to the bare uid.
 */
export async function prepareRun(runner: Runner, cwd: string): Promise<Run> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const run = (program: string, args: string[], input = '') =>
    runProgram(runner, program, args, { cwd, input })
  if (hasName(runner, users)) return run
  const uid = firstNamedUid(users)
  const wrapping = ['--user', `--map-user=${uid}`, `--map-group=${uid}`]
  await run('unshare', [...wrapping, 'true']).catch((cause: unknown) => {
    throw userUnknown(runner.uid, cause)
  })
  return (program, args, input) => run('unshare', [...wrapping, program, ...args], input)
}

function hasName(runner: Runner, users: string): boolean {
  if (runner.switches) return users.includes(`:${runner.uid}:`)
  try {
    // Asks the system's own directory, which may know more users than the file.
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function firstNamedUid(users: string): number {
  const uids = users.split('\n').map((line) => Number(line.split(':')[2]))
  return uids.find((uid) => uid > 0) ?? 65534
}

function userUnknown(uid: number, cause: unknown): EmbeddedDatabaseFailure {
  const line = `zhenyi:x:${uid}:${uid}::/:/usr/sbin/nologin`
  const words = {
    zh: `当前用户 ${uid} 在系统中没有名称，首次建立数据库时 PostgreSQL 不接受。请以 root 把一行 ${line} 加入 /etc/passwd，或换一个用户，或用 DATABASE_URL。`,
    en: `User ${uid} has no name on this system, which PostgreSQL demands when it creates a database. As root, add the line ${line} to /etc/passwd, run as another user, or use DATABASE_URL.`,
  }
  return new EmbeddedDatabaseFailure('database-user-unknown', words, { cause })
}
