import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedDatabaseFailure } from './failures.ts'
import { isLiving, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/*
 * Node offers no file lock that the kernel drops with the process, so a claim is a file whose name holds the
 * claimant's pid and start time: it counts exactly as long as that process lives, whatever is left on disk.
 * Because a dead claimant's name is never used again, anybody may remove it and nobody can remove a living one by mistake.
 */

export type ClaimKind = 'serve' | 'command' | 'turn'
export type Claim = ProcessIdentity & { kind: ClaimKind; file: string }

/** The longest wait for another process that is starting or stopping the same database. */
const TURN_SECONDS_MAX = 120

export async function writeClaim(folder: string, kind: ClaimKind): Promise<Claim> {
  const identity = ownIdentity()
  const file = [kind, identity.pid, identity.startedAt, randomBytes(4).toString('hex')].join('.')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, file), '', { mode: 0o600 })
  return { ...identity, kind, file }
}

export async function removeClaim(folder: string, claim: Claim): Promise<void> {
  await rm(join(folder, claim.file), { force: true })
}

/** Claims of living processes except `own`; what dead ones left behind is swept away. */
export async function listLivingClaims(folder: string, own?: Claim): Promise<Claim[]> {
  const files = await readdir(folder).catch(noneIfMissing)
  const living: Claim[] = []
  for (const file of files) {
    const claim = parseClaim(file)
    if (claim === undefined || file === own?.file) continue
    if (isLiving(claim)) living.push(claim)
    else await removeClaim(folder, claim)
  }
  return living
}

/**
 * Runs `work` while no other process does so on the same folder. Each writes its claim first and looks second, so
 * of two at most one finds itself alone; both step back and try again after a random pause.
 */
export async function withTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + TURN_SECONDS_MAX * 1000
  for (;;) {
    const claim = await writeClaim(folder, 'turn')
    try {
      const [ahead] = await listLivingClaims(folder, claim)
      if (ahead === undefined) return await work()
      if (Date.now() > deadline) throw turnTimedOut(ahead.pid)
    } finally {
      await removeClaim(folder, claim)
    }
    await sleep(10 + Math.random() * 40)
  }
}

function turnTimedOut(pid: number): EmbeddedDatabaseFailure {
  return new EmbeddedDatabaseFailure('database-busy', {
    zh: `进程 ${pid} 已占用数据库的启动或停止过程超过 ${TURN_SECONDS_MAX} 秒，请检查该进程。`,
    en: `Process ${pid} has been starting or stopping the database for more than ${TURN_SECONDS_MAX} seconds; look at that process.`,
  })
}

/** Only a folder that does not exist yet is empty; one that cannot be read may hold a living claim. */
function noneIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

function parseClaim(file: string): Claim | undefined {
  const [kind, pid, startedAt] = file.split('.')
  if (kind !== 'serve' && kind !== 'command' && kind !== 'turn') return undefined
  if (startedAt === undefined || !/^\d+$/.test(pid ?? '')) return undefined
  return { kind, pid: Number(pid), startedAt, file }
}
