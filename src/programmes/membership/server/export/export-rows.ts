import { sql } from 'kysely'
import {
  maskDocument,
  maskPhone,
  openDocument,
  openPhone,
  readResidentIdFacts,
} from '#kernel/people/index.ts'
import type { DocumentKind } from '#kernel/people/contract.ts'
import type { Context } from '#platform/context.ts'
import type { OutputValue } from '#platform/tabular/output.ts'
import { employmentWords, type Employment } from '../../rules/employment.ts'
import { educationWords, householdWords, sexWords, skillWords } from '../../rules/particulars.ts'
import type { Education, Household, Skill } from '../../shapes-roster.ts'

/**
 * The columns of the national form (工会会员基本信息采集表) as far as its fields could be seen; the official list and its code
 * tables were not to be had. Political affiliation is left out: nothing here holds it.
 */
export const exportHeadings = [
  '序号',
  '姓名',
  '性别',
  '证件类型',
  '证件号码',
  '出生日期',
  '民族',
  '学历',
  '技能等级',
  '手机号码',
  '户籍类型',
  '就业形态',
  '所属工会',
  '入会日期',
  '会籍状态',
]

const BATCH_ROWS = 2_000

type Line = {
  bk: number
  id: string
  name: string
  kind: DocumentKind
  documentSealed: Buffer | null
  phoneSealed: Buffer | null
  union: string
  fromDay: string
  status: 'active' | 'retained'
  employment: Employment | null
  ethnicity: string | null
  education: Education | null
  skill: Skill | null
  household: Household | null
}

const documentWords: Readonly<Record<DocumentKind, string>> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
}

/** Everybody on the roll of a unit and those below it, read a batch at a time. */
export async function* exportRows(
  ctx: Context,
  organisationId: string,
  form: 'masked' | 'full',
): AsyncGenerator<OutputValue[]> {
  let after = { bk: -1, id: '00000000-0000-0000-0000-000000000000' }
  let serial = 0
  for (;;) {
    const { rows } = await sql<Line>`
      select m.bk, m.person_id as id, p.name, p.document_kind as kind, p.document_sealed as "documentSealed",
        p.phone_sealed as "phoneSealed", o.name as union, m.from_day as "fromDay", m.status,
        q.employment, q.ethnicity, q.education, q.skill, q.household
      from memberships.membership m
      join people.person p on p.bk = m.bk and p.id = m.person_id and p.erased_at is null
      join organisations.organisation o on o.id = m.organisation_id
      left join membership.particulars q on q.bk = m.bk and q.person_id = m.person_id
      where m.to_day is null and (m.bk, m.person_id) > (${after.bk}, ${after.id}::uuid)
        and o.path <@ (select path from organisations.organisation where id = ${organisationId})
      order by m.bk, m.person_id limit ${BATCH_ROWS}`.execute(ctx.db)
    for (const row of rows) yield lineOf(ctx, row, (serial += 1), form === 'full')
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH_ROWS) return
    after = { bk: last.bk, id: last.id }
  }
}

function lineOf(ctx: Context, row: Line, serial: number, isFull: boolean): OutputValue[] {
  const number = row.documentSealed === null ? '' : openDocument(ctx, row.documentSealed)
  const phone = row.phoneSealed === null ? '' : openPhone(ctx, row.phoneSealed)
  const facts = row.kind === 'resident-id' && number !== '' ? readResidentIdFacts(number) : undefined
  return [
    serial,
    row.name,
    facts === undefined ? '' : sexWords[facts.sex].zh,
    documentWords[row.kind],
    isFull || number === '' ? number : maskDocument(row.kind, number),
    // A whole birthday is a part of the number.
    facts === undefined ? '' : isFull ? facts.bornOn : facts.bornOn.slice(0, 4),
    row.ethnicity,
    row.education === null ? '' : educationWords[row.education].zh,
    row.skill === null ? '' : skillWords[row.skill].zh,
    isFull || phone === '' ? phone : maskPhone(phone),
    row.household === null ? '' : householdWords[row.household].zh,
    row.employment === null ? '' : employmentWords[row.employment].zh,
    row.union,
    row.fromDay,
    row.status === 'active' ? '在册' : '保留',
  ]
}
