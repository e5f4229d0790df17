import { grantRole, registerPersona, type RoleId } from '#kernel/access/index.ts'
import { DEMO_REGION, registerPerson, residentIdCheck } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { DemoBase } from './demo-base.ts'

type Somebody = {
  readonly id: string
  readonly name: string
  readonly bornOn: string
  readonly phone: string
  readonly role: RoleId
  readonly title: Text
  readonly what: Text
}

const people: readonly (Somebody & { readonly at: 'root' | 'companyUnit' })[] = [
  {
    id: 'finance-officer',
    name: '贺云岫',
    bornOn: '1984-05-31',
    phone: '12000000021',
    role: 'finance-officer',
    at: 'root',
    title: { zh: '市总工会财务人员', en: 'Finance officer' },
    what: { zh: '对账、认定差异、结算和付款', en: 'Reconciles, decides differences, settles and pays' },
  },
  {
    id: 'bus-company',
    name: '路行远',
    bornOn: '1990-07-31',
    phone: '12000000022',
    role: 'partner-officer',
    at: 'companyUnit',
    title: { zh: '公交公司对账员', en: 'The bus company’s clerk' },
    what: { zh: '交读卡机文件和月申报表，答复差异', en: 'Hands in files and claims, answers differences' },
  },
]

/** Who settles the months, on both sides; a visitor may become either. */
export async function loadPeople(demo: DemoContext, ctx: Context, base: DemoBase): Promise<void> {
  for (const [index, { at, bornOn, name, phone, role, id, title, what }] of people.entries()) {
    const organisationId = base[at]
    const first17 = `${DEMO_REGION}${bornOn.replaceAll('-', '')}8${String(index).padStart(2, '0')}`
    const { key: person } = await registerPerson(ctx, {
      name,
      documentKind: 'resident-id',
      documentNumber: first17 + residentIdCheck(first17),
      phone,
      homeOrganisationId: organisationId,
    })
    await registerPersona(demo, { id, person, phone, title, what })
    await grantRole(ctx, { person, role, organisationId, reason: '演示数据' })
  }
}
