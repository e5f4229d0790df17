import type { Context } from '#platform/context.ts'
import { requireAt } from '#platform/authorise.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { writeStations, type StationWrite } from '../keeping/write-station.ts'
import { tables } from '../tables.ts'
import { requirePreview } from './decide-import-row.ts'
import { getStandingImport, listImportedRows, type StandingImport } from './import-rows.ts'
import { isWritten, type ImportedRow } from './imported-row.ts'
import { changesKeeper, judgeImport } from './judge-import.ts'
import { holdStations, type KnownStation } from './known-stations.ts'
import { changedFields, keeperOf, mergeDraft } from './merge-draft.ts'
import { putKeepers } from './put-keepers.ts'
import { surroundingsOf, type Around } from './surroundings.ts'

/**
 * Writes the ready and confirmed rows in one transaction: all, or none where anything fails or the process dies.
 * Refuses where a station was changed by somebody since the rows were judged, so that nothing is overwritten unseen.
 */
export const commitImport: Handler<typeof stations.commitImport> = async (ctx, { importId }) => {
  const standing = await getStandingImport(ctx, importId, true)
  await requireAt(ctx, 'stations.import', standing.organisationId)
  requirePreview(standing)
  const before = await listImportedRows(ctx, importId)
  await holdStations(ctx, codesOf(before))
  const around = await surroundingsOf(ctx, standing.organisationId)
  const rows = judgeImport(before, around)
  requireAsSeen(before, rows)
  const knownBy = new Map(around.known.map((known) => [known.code, known]))
  const plans = rows
    .filter(isWritten)
    .map((row) => planOf(row, knownBy.get(row.changesCode ?? ''), standing, around))
  const counted = await write(ctx, plans)
  await close(ctx, importId)
  const left = rows.length - plans.length
  ctx.auditNote.organisationId = standing.organisationId
  ctx.auditNote.subjects = [`station-import:${importId}`]
  ctx.auditNote.detail = { ...counted, left }
  return { ...counted, left }
}

const codesOf = (rows: readonly ImportedRow[]) =>
  rows.flatMap(({ changesCode }) => (changesCode === undefined ? [] : [changesCode]))

/** What will be written is what the person saw. */
function requireAsSeen(before: readonly ImportedRow[], now: readonly ImportedRow[]): void {
  const changed = now.filter(
    (row, index) =>
      isWritten(before[index]!) && (!isWritten(row) || row.changesCode !== before[index]!.changesCode),
  )
  if (changed.length === 0) return
  const list = changed
    .slice(0, 10)
    .map(({ row }) => row)
    .join('、')
  throw conflict('changed-since-preview', {
    zh: `预览之后，第 ${list} 行涉及的站点被别人改动过，什么都没有写入。请重新核对这些行。`,
    en: `Since the preview somebody changed what rows ${list} are about; nothing was written. Check these rows again.`,
  })
}

type Plan = {
  readonly write: StationWrite
  readonly isChanged: boolean
  readonly keeper: { readonly name: string; readonly phone: string } | undefined
}

function planOf(
  row: ImportedRow,
  known: KnownStation | undefined,
  standing: StandingImport,
  around: Around,
): Plan {
  const parsed = row.parsed!
  const draft = mergeDraft(parsed, known?.draft)!
  return {
    write: {
      existing: known,
      draft,
      organisationId: known?.organisationId ?? around.ownerOf(parsed.adcode),
      reason: `导入“${standing.fileName}”第 ${row.row} 行`,
      code: known === undefined ? parsed.code : undefined,
    },
    isChanged: isChange(known, draft),
    keeper: changesKeeper(parsed, known, around) ? keeperOf(parsed) : undefined,
  }
}

const isChange = (known: KnownStation | undefined, draft: StationWrite['draft']) =>
  known === undefined || changedFields(known.draft, draft).length > 0

/** A row that says what is there already writes nothing, so that no history grows by it. */
async function write(ctx: Context, plans: readonly Plan[]) {
  const changes = plans.filter(({ isChanged }) => isChanged)
  const written = await writeStations(
    ctx,
    changes.map((plan) => plan.write),
  )
  const idOf = new Map(changes.map((plan, index) => [plan, written[index]!.id]))
  const keepers = plans.flatMap((plan) => {
    const stationId = idOf.get(plan) ?? plan.write.existing!.id
    return plan.keeper === undefined ? [] : [{ stationId, ...plan.keeper }]
  })
  await putKeepers(ctx, keepers)
  const created = plans.filter((plan) => plan.write.existing === undefined).length
  const unchanged = plans.filter((plan) => !plan.isChanged && plan.keeper === undefined).length
  return { created, changed: plans.length - created - unchanged, unchanged }
}

async function close(ctx: Context, importId: string): Promise<void> {
  await tables(ctx)
    .updateTable('stations.import')
    .set({ state: 'committed', committed_at: ctx.now })
    .where('id', '=', importId)
    .execute()
}
