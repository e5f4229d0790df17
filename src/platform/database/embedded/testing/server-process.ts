import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export type ServerProcess = {
  child: ChildProcess
  pid: number
  /** Everything it printed so far, a line each. */
  lines: string[]
  /** Resolves with the first line that begins so; rejects when the process ends without one. */
  waitFor(beginning: string): Promise<string>
  /** Resolves with exit code or signal. */
  ended: Promise<number | NodeJS.Signals | null>
}

type ServerProcessOptions = {
  idle?: boolean
  uid?: number
  node?: string
  /** The folder that holds `src`, when it is not this one. */
  tree?: string
}

/** Runs `writing-server.ts` as a process of its own, in its own process group as a terminal would. */
export function startServerProcess(dataFolder: string, options: ServerProcessOptions = {}): ServerProcess {
  const script = options.tree
    ? `${options.tree}/src/platform/database/embedded/testing/writing-server.ts`
    : fileURLToPath(new URL('writing-server.ts', import.meta.url))
  const identity = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }
  // No HOME and no PATH to speak of: a service manager gives no more.
  const env = { PATH: '/usr/bin:/bin', ...(process.env.TMPDIR ? { TMPDIR: process.env.TMPDIR } : {}) }
  const args = [script, dataFolder, ...(options.idle ? ['idle'] : [])]
  const child = spawn(options.node ?? process.execPath, args, { cwd: '/', detached: true, env, ...identity })
  onTestFinished(() => void child.kill('SIGKILL'))

  const lines: string[] = []
  let rest = ''
  const read = (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    child.emit('lines')
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const ended = once(child, 'close').then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null,
  )

  const waitFor = async (beginning: string): Promise<string> => {
    for (;;) {
      const line = lines.find((candidate) => candidate.startsWith(beginning))
      if (line !== undefined) return line
      const over = await Promise.race([once(child, 'lines').then(() => false), ended.then(() => true)])
      if (over) throw new Error(`no line "${beginning}" in:\n${lines.join('\n')}`)
    }
  }
  return { child, pid: child.pid ?? 0, lines, waitFor, ended }
}
