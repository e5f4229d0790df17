import { readBoxes, viewOf, type Box } from './boxes.ts'
import type { FileBytes } from './file-bytes.ts'

/** Two hours at 60 pictures a second are 432,000 frames, two hours of sound 340,000. */
const SAMPLES_MAX = 1_000_000
/** Bytes an entry of the tables of frames (ISO/IEC 14496-12, 8.6 and 8.7). */
const ENTRY_BYTES: Readonly<Record<string, number>> = {
  stts: 8,
  ctts: 8,
  stsc: 12,
  stco: 4,
  co64: 8,
  stss: 4,
}
/** Entries of these say of how many frames they speak. */
const COUNTED = new Set(['stts', 'ctts'])
const PATH = ['trak', 'mdia', 'minf', 'stbl']

/**
 * Whether a film's tables speak of as many frames as a film can have. One changed byte makes a table claim four
 * thousand million of them, and the library would count through each while everybody waits.
 */
export async function areTablesSane(bytes: FileBytes, movie: Box): Promise<boolean> {
  let places: Box[] = [movie]
  for (const step of PATH) {
    const found: Box[] = []
    for (const place of places) found.push(...(await readBoxes(bytes, place.from, place.to)))
    places = found.filter(({ name }) => name === step)
  }
  for (const place of places)
    for (const table of await readBoxes(bytes, place.from, place.to))
      if (!(await isSane(bytes, table))) return false
  return true
}

async function isSane(bytes: FileBytes, table: Box): Promise<boolean> {
  if (table.name === 'stsz') return (await readNumber(bytes, table.from + 8)) <= SAMPLES_MAX
  const entryBytes = ENTRY_BYTES[table.name]
  if (entryBytes === undefined) return true
  const entries = await readNumber(bytes, table.from + 4)
  if (entries > SAMPLES_MAX || entries * entryBytes > table.to - table.from - 8) return false
  if (!COUNTED.has(table.name)) return true
  const view = viewOf(await bytes.read(table.from + 8, table.from + 8 + entries * entryBytes))
  let samples = 0
  for (let at = 0; at + entryBytes <= view.byteLength; at += entryBytes) samples += view.getUint32(at)
  return samples <= SAMPLES_MAX
}

async function readNumber(bytes: FileBytes, at: number): Promise<number> {
  const view = viewOf(await bytes.read(at, at + 4))
  return view.byteLength < 4 ? Infinity : view.getUint32(0)
}
