import { sealPerson } from '#kernel/people/index.ts'
import { maskDocument, maskName } from '#kernel/people/index.ts'
import { bytesArray, textArray } from '#platform/database/array-literal.ts'
import { newId } from '#platform/ids.ts'
import type { Keys } from '#platform/keys.ts'
import type { RowValues } from './judge-row.ts'
import type { RowVerdict } from './verdict.ts'

/** The columns of `membership.roster_row` that a batch fills, with the type each is read as. */
export const stagedColumns = {
  row: 'integer',
  verdict: 'text',
  bk: 'smallint',
  person_id: 'uuid',
  membership_id: 'uuid',
  organisation_id: 'uuid',
  from_day: 'date',
  new_form: 'boolean',
  document_kind: 'text',
  blind_index: 'bytea',
  document_sealed: 'bytea',
  name: 'text',
  phone_sealed: 'bytea',
  phone_index: 'bytea',
  employment: 'text',
  ethnicity: 'text',
  education: 'text',
  skill: 'text',
  household: 'text',
  shown_name: 'text',
  shown_document: 'text',
  problems: 'jsonb',
} as const

export type StagedColumn = keyof typeof stagedColumns

/** Rows on their way from the thread that judged them to the database: finished text, one array a column. */
export type StagedBatch = {
  readonly rows: number
  /** The last row of the file that is in it. */
  readonly through: number
  readonly columns: Readonly<Record<StagedColumn, string>>
  readonly refused: number
  /** How many rows have each problem, by code. */
  readonly faults: Readonly<Record<string, number>>
}

/** Judged rows waiting to become a batch. Numbers and phones are sealed as they come in; none is kept in clear. */
export function makeBatcher(keys: Keys) {
  let cells = emptyCells()
  let faults: Record<string, number> = {}
  let refused = 0
  return {
    get size() {
      return cells.row.length
    },
    add(verdict: RowVerdict, written: RowValues): void {
      for (const { code } of verdict.problems) faults[code] = (faults[code] ?? 0) + 1
      if (verdict.member === undefined) refused += 1
      const values = valuesOf(verdict, written, keys)
      for (const column of columnNames) cells[column].push(values[column] ?? null)
    },
    take(): StagedBatch {
      const batch = {
        rows: cells.row.length,
        through: Number(cells.row.at(-1)),
        columns: Object.fromEntries(columnNames.map((column) => [column, literalOf(column, cells[column])])),
        refused,
        faults,
      } as StagedBatch
      cells = emptyCells()
      faults = {}
      refused = 0
      return batch
    },
  }
}

type Cell = string | Buffer | null
type Cells = Record<StagedColumn, Cell[]>

const columnNames = Object.keys(stagedColumns) as StagedColumn[]

const emptyCells = () => Object.fromEntries(columnNames.map((column) => [column, []])) as unknown as Cells

const literalOf = (column: StagedColumn, values: readonly Cell[]): string =>
  stagedColumns[column] === 'bytea'
    ? bytesArray(values as (Buffer | null)[])
    : textArray(values as (string | null)[])

function valuesOf(
  { row, member, problems }: RowVerdict,
  written: RowValues,
  keys: Keys,
): Partial<Record<StagedColumn, Cell>> {
  const said = problems.length === 0 ? null : JSON.stringify(problems)
  if (member === undefined) {
    return {
      row: String(row),
      verdict: 'refused',
      shown_name: written.name === undefined ? null : maskName(written.name),
      shown_document: written.documentNumber === undefined ? null : maskWritten(written.documentNumber),
      problems: said,
    }
  }
  const { identity } = member
  const sealed = sealPerson(keys, identity)
  return {
    row: String(row),
    verdict: 'new',
    bk: String(sealed.bk),
    person_id: newId(),
    membership_id: newId(),
    organisation_id: member.organisationId,
    from_day: member.fromDay,
    new_form: member.newForm ? 't' : 'f',
    document_kind: identity.document.kind,
    blind_index: sealed.blindIndex,
    document_sealed: sealed.documentSealed,
    name: identity.name,
    phone_sealed: sealed.phoneSealed,
    phone_index: sealed.phoneIndex,
    employment: member.employment,
    ethnicity: member.ethnicity,
    education: member.education,
    skill: member.skill,
    household: member.household,
    problems: said,
  }
}

/** What is no number yet is masked as one, so that an eaten or mistyped one tells nobody more than a good one. */
const maskWritten = (written: string): string => maskDocument('resident-id', written.slice(0, 40))
