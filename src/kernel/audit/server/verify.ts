import { sql } from 'kysely'
import type { Handler } from '#platform/module.ts'
import type { Context } from '#platform/context.ts'
import type { z } from 'zod'
import type { audit, auditFinding } from '../contract.ts'
import { GENESIS, latestSeal, sealDigest } from './seal.ts'

type Finding = z.output<typeof auditFinding>

const FINDINGS_MAX = 100
/** A line older than this that no seal holds was missed, or kept from the sealer. */
const SEAL_EXPECTED_SECONDS = 60

/** Computes every line's digest anew, then every seal's, and compares; also finds lines never sealed. */
export const verify: Handler<typeof audit.verify> = async (ctx) => {
  const findings = [...(await changedLines(ctx)), ...(await neverSealed(ctx)), ...(await brokenSeals(ctx))]
  const { rows } = await sql<{ seals: number; lines: number; waiting: number }>`
    select (select count(*) from audit.seal) as seals, (select count(*) from audit.line) as lines,
      (select count(*) from audit.line line
       where not exists (select from audit.sealed_line sealed where sealed.line_id = line.id)) as waiting`.execute(
    ctx.db,
  )
  return {
    intact: findings.length === 0,
    ...rows[0]!,
    latest: (await latestSeal(ctx)) ?? null,
    findings: findings.slice(0, FINDINGS_MAX),
  }
}

async function changedLines(ctx: Context): Promise<Finding[]> {
  const { rows } = await sql<{ lineId: string; sealNo: number; deleted: boolean }>`
    select sealed.line_id as "lineId", sealed.seal_no as "sealNo", line.id is null as deleted
    from audit.sealed_line sealed left join audit.line line on line.id = sealed.line_id
    where line.id is null or audit.line_digest(line) <> sealed.digest
    order by sealed.seal_no, sealed.position limit ${FINDINGS_MAX}`.execute(ctx.db)
  return rows.map(({ lineId, sealNo, deleted }) => ({
    kind: deleted ? 'deleted' : 'altered',
    sealNo,
    lineId,
  }))
}

async function neverSealed(ctx: Context): Promise<Finding[]> {
  const { rows } = await sql<{ lineId: string }>`
    select line.id as "lineId" from audit.line line
    where line.at < clock_timestamp() - make_interval(secs => ${SEAL_EXPECTED_SECONDS})
      and not exists (select from audit.sealed_line sealed where sealed.line_id = line.id)
      and exists (select from audit.seal where sealed_at > line.at + make_interval(secs => ${SEAL_EXPECTED_SECONDS}))
    order by line.id limit ${FINDINGS_MAX}`.execute(ctx.db)
  return rows.map(({ lineId }) => ({ kind: 'never-sealed', sealNo: null, lineId }))
}

async function brokenSeals(ctx: Context): Promise<Finding[]> {
  const { rows } = await sql<{
    no: number
    lineCount: number
    previous: string
    digest: string
    digests: string[]
  }>`
    select seal.no, seal.line_count as "lineCount", seal.previous_digest as previous, seal.digest,
      coalesce((select array_agg(line.digest order by line.position) from audit.sealed_line line
        where line.seal_no = seal.no), '{}') as digests
    from audit.seal order by seal.no`.execute(ctx.db)
  let expectedNo = 1
  let previous = GENESIS
  const findings: Finding[] = []
  for (const seal of rows) {
    if (seal.no !== expectedNo || seal.previous !== previous) findings.push(broken('broken-chain', seal.no))
    else if (seal.digests.length !== seal.lineCount) findings.push(broken('count', seal.no))
    else if (sealDigest(seal.no, seal.previous, seal.digests) !== seal.digest)
      findings.push(broken('broken-chain', seal.no))
    expectedNo = seal.no + 1
    previous = seal.digest
  }
  return findings
}

const broken = (kind: Finding['kind'], sealNo: number): Finding => ({ kind, sealNo, lineId: null })
