import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { companiesInReach } from '../files/reach.ts'
import { flagKinds, flagProcedure, type FlagKind } from './flag-procedure.ts'

type Row = {
  id: string
  caseId: string
  kind: FlagKind
  day: string
  company: number
  evidence: Record<string, string | number>
  state: string
  isOpen: boolean
}

export const listFlags: Handler<typeof greenTravel.listFlags> = async (ctx, { openOnly, page, pageSize }) => {
  reachOf(ctx, 'green-travel.settle')
  const companies = await companiesInReach(ctx, 'green-travel.settle')
  const from = sql`green_travel.flag f join review.standing s on s.case_id = f.case_id
    where f.company = any(${companies.map(({ id }) => id)}::smallint[]) and s.procedure = ${flagProcedure.id}
    and (${!openOnly} or s.is_open)`
  const { rows } = await sql<Row>`
    select f.id, f.case_id as "caseId", f.kind, f.day, f.company, f.evidence, s.state, s.is_open as "isOpen"
    from ${from} order by s.is_open desc, f.day desc, f.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    ctx.db,
  )
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::integer as total from ${from}`.execute(ctx.db)
  return {
    rows: rows.map(({ company, ...row }) => ({
      ...row,
      companyName: companies.find(({ id }) => id === company)!.name,
      text: flagKinds[row.kind],
      stateText: flagProcedure.states[row.state]!.title,
    })),
    total: counted[0]!.total,
  }
}
