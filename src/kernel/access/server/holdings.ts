import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'

/** What this part keeps about a person, for the page that shows them. */
export async function accessHoldings(ctx: Context, person: PersonKey): Promise<readonly Holding[]> {
  const { rows } = await sql<{ phones: number; sessions: number; roles: number }>`
    select
      (select count(*) from access.account_person
        where person_bk = ${person.bk} and person_id = ${person.id} and until is null) as phones,
      (select count(*) from access.session where person_bk = ${person.bk} and person_id = ${person.id}) as sessions,
      (select count(*) from access.role_grant
        where person_bk = ${person.bk} and person_id = ${person.id}) as roles`.execute(ctx.db)
  const { phones, sessions, roles } = rows[0]!
  return [
    {
      what: { zh: '登录手机号', en: 'Phones to sign in with' },
      why: { zh: '用于登录和接收验证码，加密保存', en: 'to sign in and receive codes; kept encrypted' },
      count: phones,
    },
    {
      what: { zh: '登录记录', en: 'Sessions' },
      why: {
        zh: '供您查看并让陌生设备下线，失效90天后删除',
        en: 'so that you can end strange ones; deleted after 90 days',
      },
      count: sessions,
      href: '/me/sessions',
    },
    {
      what: { zh: '授予的角色', en: 'Roles given' },
      why: {
        zh: '说明谁在何时有权办理什么，长期保存',
        en: 'to show who could do what and when; kept for good',
      },
      count: roles,
    },
  ]
}
