import { maskDocument, maskName, sealPerson } from '#kernel/people/index-identity.ts'
import { makeCopyRows, type CopyRows } from '#platform/database/binary-copy.ts'
import { idToBytes, newIdBytes } from '#platform/ids.ts'
import type { Keys } from '#platform/keys.ts'
import type { RowValues } from './judge-row.ts'
import type { ReadMember, RowVerdict } from './verdict.ts'

/** The columns of `membership.roster_row` that a batch fills, in its order. */
export const stagedColumns = [
  'import_id',
  'row',
  'verdict',
  'problems',
  'shown_name',
  'shown_document',
  'bk',
  'blind_index',
  'document_sealed',
  'phone_sealed',
  'phone_index',
  'document_kind',
  'name',
  'person_id',
  'membership_id',
  'organisation_id',
  'from_day',
  'new_form',
  'employment',
  'ethnicity',
  'education',
  'skill',
  'household',
] as const

/** Rows on their way from the thread that judged them to the database: finished bytes of one COPY. */
export type StagedBatch = {
  readonly rows: number
  /** The last row of the file that is in it. */
  readonly through: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly refused: number
  /** How many rows have each problem, by code. */
  readonly faults: Readonly<Record<string, number>>
}

/** Judged rows waiting to become a batch. Numbers and phones are sealed as they come in; none is kept in clear. */
export function makeBatcher(keys: Keys, importId: string) {
  const id = idToBytes(importId)
  let copy = makeCopyRows()
  let state = { rows: 0, through: 0, refused: 0, faults: {} as Record<string, number> }
  return {
    get size() {
      return state.rows
    },
    add(verdict: RowVerdict, written: RowValues): void {
      for (const { code } of verdict.problems) state.faults[code] = (state.faults[code] ?? 0) + 1
      if (verdict.member === undefined) state.refused += 1
      state.rows += 1
      state.through = verdict.row
      copy.row(stagedColumns.length)
      copy.bytes(id)
      copy.int4(verdict.row)
      if (verdict.member === undefined) putRefused(copy, verdict, written)
      else putMember(copy, keys, verdict, verdict.member)
    },
    take(): StagedBatch {
      const batch = { ...state, bytes: copy.end() }
      copy = makeCopyRows()
      state = { rows: 0, through: 0, refused: 0, faults: {} }
      return batch
    },
  }
}

const REFUSED_EMPTY = stagedColumns.length - stagedColumns.indexOf('bk')

/** Only masks are kept, since the person's own file has the rest. */
function putRefused(copy: CopyRows, { problems }: RowVerdict, written: RowValues): void {
  copy.text('refused')
  putProblems(copy, problems)
  orNone(copy, written.name === undefined ? null : maskName(written.name))
  orNone(copy, written.documentNumber === undefined ? null : maskWritten(written.documentNumber))
  for (let left = REFUSED_EMPTY; left > 0; left -= 1) copy.none()
}

function putMember(copy: CopyRows, keys: Keys, { problems }: RowVerdict, member: ReadMember): void {
  const { identity } = member
  const sealed = sealPerson(keys, identity)
  copy.text('new')
  putProblems(copy, problems)
  copy.none()
  copy.none()
  copy.int2(sealed.bk)
  copy.bytes(sealed.blindIndex)
  copy.bytes(sealed.documentSealed)
  if (sealed.phoneSealed === null) copy.none()
  else copy.bytes(sealed.phoneSealed)
  if (sealed.phoneIndex === null) copy.none()
  else copy.bytes(sealed.phoneIndex)
  copy.text(identity.document.kind)
  copy.text(identity.name)
  copy.bytes(newIdBytes())
  copy.bytes(newIdBytes())
  copy.bytes(bytesOfUnion(member.organisationId))
  copy.day(member.fromDay)
  copy.boolean(member.newForm)
  orNone(copy, member.employment)
  orNone(copy, member.ethnicity)
  orNone(copy, member.education)
  orNone(copy, member.skill)
  orNone(copy, member.household)
}

function putProblems(copy: CopyRows, problems: RowVerdict['problems']): void {
  if (problems.length === 0) copy.none()
  else copy.jsonb(JSON.stringify(problems))
}

const orNone = (copy: CopyRows, text: string | null) => (text === null ? copy.none() : copy.text(text))

/** A roster names few unions, and each many times. */
const unionBytes = new Map<string, Buffer>()

function bytesOfUnion(id: string): Buffer {
  const known = unionBytes.get(id)
  if (known !== undefined) return known
  const bytes = idToBytes(id)
  unionBytes.set(id, bytes)
  return bytes
}

/** What is no number yet is masked as one, so that an eaten or mistyped one tells nobody more than a good one. */
const maskWritten = (written: string): string => maskDocument('resident-id', written.slice(0, 40))
