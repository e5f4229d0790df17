import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'

/** A process id is used again after its process ends; together with the start time it names one process for good. */
export type ProcessIdentity = { pid: number; startedAt: string }

const onLinux = process.platform === 'linux'

export function ownIdentity(): ProcessIdentity {
  const startedAt = findProcessStart(process.pid)
  if (startedAt === undefined) throw new Error('the start time of this process cannot be read')
  return { pid: process.pid, startedAt }
}

export function isLiving(identity: ProcessIdentity): boolean {
  const startedAt = findProcessStart(identity.pid)
  if (startedAt !== undefined) return startedAt === identity.startedAt
  // Where /proc hides the processes of other users, a refused signal still proves that somebody is there.
  return isForeign(identity.pid)
}

/** True when the process works inside this very folder (same device and inode), as a PostgreSQL postmaster does in its cluster. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (findProcessStart(pid) === undefined) return false
  const here = await stat(folder).catch(() => undefined)
  const there = await stat(`/proc/${pid}/cwd`).catch(() => undefined)
  // Without /proc, or without the right to look there, the folder's name among the arguments has to do.
  if (there === undefined) return commandLine(pid).includes(folder)
  return there.dev === here?.dev && there.ino === here.ino
}

/** The processes that work inside this folder. Only Linux tells; elsewhere the answer is empty. */
export async function listProcessesIn(folder: string): Promise<number[]> {
  if (!onLinux) return []
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const working = await Promise.all(pids.map((pid) => worksIn(pid, folder)))
  return pids.filter((_, index) => working[index])
}

export function commandLine(pid: number): string {
  try {
    if (onLinux) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Undefined when there is no such process, or when it has ended and only waits to be reaped. */
function findProcessStart(pid: number): string | undefined {
  try {
    return onLinux ? linuxStart(pid) : portableStart(pid)
  } catch {
    return undefined
  }
}

function linuxStart(pid: number): string | undefined {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const [state, ticksSinceBoot] = [fields[0], fields[19]]
  if (state === 'Z' || state === 'X' || ticksSinceBoot === undefined) return undefined
  return `${bootId()}-${ticksSinceBoot}`
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
}

function portableStart(pid: number): string | undefined {
  const options = { encoding: 'utf8' as const, env: { ...process.env, LC_ALL: 'C' } }
  const [state, ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], options)
    .trim()
    .split(/\s+/)
  if (state === undefined || state.startsWith('Z')) return undefined
  return started.join('').replaceAll(/[^A-Za-z0-9]/g, '')
}

function isForeign(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return onLinux && statSync(`/proc/${pid}`, { throwIfNoEntry: false }) === undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
