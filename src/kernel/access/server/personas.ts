import { personKeyText, personNames } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { forbidden, notFound } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { DemoContext, Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { access } from '../contract.ts'
import { linkPhone } from './accounts.ts'
import { personName } from './candidates.ts'
import { openSession } from './sessions.ts'
import { tables } from './tables.ts'

/** Whom the demo's visitors may become; later modules' demos find them in `shared` under `personas`, by id. */
export type Persona = { readonly person: PersonKey; readonly accountId: string }

export type NewPersona = {
  readonly id: string
  readonly person: PersonKey
  /** Of the demo range, 120 and eight digits. */
  readonly phone: string
  readonly title: Text
  readonly what: Text
}

/** Called by a module's demo. The order of calls is the order on the page. */
export async function registerPersona(demo: DemoContext, wish: NewPersona): Promise<Persona> {
  const at = { db: demo.db, config: demo.config, now: demo.today }
  const accountId = await linkPhone(at, wish.person, wish.phone)
  const known =
    (demo.shared.get('personas') as Map<string, Persona> | undefined) ?? new Map<string, Persona>()
  await tables(at)
    .insertInto('access.demo_persona')
    .values({
      id: wish.id,
      position: known.size + 1,
      title_zh: wish.title.zh,
      title_en: wish.title.en,
      what_zh: wish.what.zh,
      what_en: wish.what.en,
      account_id: accountId,
      person_bk: wish.person.bk,
      person_id: wish.person.id,
    })
    .execute()
  const persona = { person: wish.person, accountId }
  demo.shared.set('personas', known.set(wish.id, persona))
  return persona
}

/** Demo is a property of the database; even there, production shows no chooser. */
export const personasAreOpen = (ctx: Context, installation: 'demo' | 'real') =>
  installation === 'demo' && !ctx.config.production

export const demoPersonas: Handler<typeof access.demoPersonas> = async (ctx) => {
  if (!(await open(ctx))) return { rows: [], total: 0 }
  const rows = await tables(ctx)
    .selectFrom('access.demo_persona')
    .selectAll()
    .orderBy('position')
    .limit(50)
    .execute()
  const names = await personNames(
    ctx,
    rows.map((row) => ({ bk: row.person_bk, id: row.person_id })),
  )
  const shown = rows.map((row) => ({
    id: row.id,
    name: names.get(personKeyText({ bk: row.person_bk, id: row.person_id })) ?? '',
    zh: row.title_zh,
    en: row.title_en,
    what: { zh: row.what_zh, en: row.what_en },
  }))
  return { rows: shown, total: shown.length }
}

export const becomePersona: Handler<typeof access.becomePersona> = async (ctx, { id, device }) => {
  if (!(await open(ctx))) throw forbidden('demo')
  const row = await tables(ctx)
    .selectFrom('access.demo_persona')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '演示身份', en: 'demo person' })
  const person = { bk: row.person_bk, id: row.person_id }
  await openSession(ctx, { accountId: row.account_id, person, way: 'persona', device })
  ctx.auditNote.subjects = [`account:${row.account_id}`]
  return { name: await personName(ctx, person) }
}

async function open(ctx: Context): Promise<boolean> {
  return personasAreOpen(ctx, (await findInstallation(ctx.db))?.kind ?? 'real')
}
