import { fchownSync, openSync } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import type { Runner } from './runner.ts'

const LOG_BYTES_MAX = 5_000_000
const TAIL_BYTES = 4_000
const TAIL_LINES = 15

/** Opens the log for the postmaster to write in; a log that grew large gives way to a new one, and one old one is kept. */
export async function openLog(
  logFile: string,
  runner: Runner,
): Promise<{ descriptor: number; sizeBefore: number }> {
  const size = await sizeOf(logFile)
  if (size > LOG_BYTES_MAX) await rename(logFile, `${logFile}.1`)
  const descriptor = openSync(logFile, 'a', 0o600)
  if (runner.switches) fchownSync(descriptor, runner.uid, runner.gid)
  return { descriptor, sizeBefore: size > LOG_BYTES_MAX ? 0 : size }
}

/** The last lines written since the log had `sizeBefore` bytes, so that an old failure is not shown for a new one. */
export async function readLogTail(logFile: string, sizeBefore: number): Promise<string> {
  const size = await sizeOf(logFile)
  const from = Math.max(sizeBefore, size - TAIL_BYTES)
  const handle = await open(logFile, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, from)
    return buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-TAIL_LINES).join('\n')
  } finally {
    await handle.close()
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  )
}
