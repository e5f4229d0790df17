import { registerPerson } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { linkPhone } from './accounts.ts'
import { grantRole } from './grant-role.ts'
import { tables } from './tables.ts'
import { takeTurn } from './take-turn.ts'

/** Works once: as soon as any role was ever given, roles come only from those who hold one. */
export const appointFirstOfficer: Handler<typeof access.appointFirstOfficer> = async (ctx, input) => {
  await takeTurn(ctx, 'officers', 'city-officer')
  await requireNoGrants(ctx)
  const organisationId = await requireRoot(ctx)
  const { key: person } = await registerPerson(ctx, input)
  await linkPhone(ctx, person, input.phone)
  const grantId = await grantRole(ctx, {
    person,
    role: 'city-officer',
    organisationId,
    reason: '首次任命 first appointment',
  })
  return { person, organisationId, grantId }
}

async function requireNoGrants(ctx: Context): Promise<void> {
  const any = await tables(ctx).selectFrom('access.role_grant').select('id').limit(1).executeTakeFirst()
  if (any === undefined) return
  throw conflict('roles-exist', {
    zh: '这个数据库里已经授予过角色，请由现有管理员授权。',
    en: 'Roles were given in this database already; ask one of its officers.',
  })
}

async function requireRoot(ctx: Context): Promise<string> {
  const root = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirst()
  if (root !== undefined) return root.id
  throw conflict('no-root', {
    zh: '还没有建立市总工会这一级组织。',
    en: 'The city federation does not exist yet.',
  })
}
