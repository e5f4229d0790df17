import { type SpawnOptions, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The user under whom PostgreSQL runs. It refuses to run as root, so a root process switches to another uid. */
export type Runner = { uid: number; gid: number; switches: boolean }

/** `nobody` on Linux and the usual "overflow" uid; only the numbers are used, so no such user need exist. */
const UNPRIVILEGED_ID = 65534

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Root runs an existing cluster under the uid that owns it, so that root and that user can take turns. */
export function chooseRunner(clusterOwner?: { uid: number; gid: number }): Runner {
  if (!isRoot()) return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1, switches: false }
  if (clusterOwner && clusterOwner.uid !== 0) return { ...clusterOwner, switches: true }
  return { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID, switches: true }
}

/** PostgreSQL's programs get no environment of ours: PGDATA, PGPORT or a locale the machine lacks would mislead them. */
export function spawnAs(
  runner: Runner,
  program: string,
  args: string[],
  options: SpawnOptions & { cwd: string },
) {
  const identity = runner.switches ? { uid: runner.uid, gid: runner.gid } : {}
  // TZ spares initdb the comparison of every time zone file with the system clock.
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return spawn(program, args, { ...options, ...identity, env })
}

/** The first folder on the way to `path` (a real path) that the runner may not pass, by the kernel's owner, group, other rule. */
export async function findBarrier(path: string, runner: Runner): Promise<string | undefined> {
  if (!runner.switches) return undefined
  for (const folder of parentsOf(path)) {
    if (!(await mayUse(folder, runner, 0o1))) return folder
  }
  return undefined
}

/** `bits` as in one octal digit of a file mode: 4 read, 2 write, 1 execute or pass. */
export async function mayUse(path: string, runner: Runner, bits: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return false
  const shift = found.uid === runner.uid ? 6 : found.gid === runner.gid ? 3 : 0
  return ((found.mode >> shift) & bits) === bits
}

function parentsOf(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...parentsOf(parent), parent]
}
