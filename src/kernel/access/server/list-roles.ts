import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { roleIds, roles } from '../permissions.ts'

/** Read off the modules themselves, so that the catalogue cannot lag behind what is enforced. */
export const listRoles: Handler<typeof access.listRoles> = async (ctx) => {
  const rows = roleIds.map((role) => ({
    role,
    zh: roles[role].zh,
    en: roles[role].en,
    what: roles[role].what,
    permissions: ctx.modules.flatMap((module) =>
      Object.entries(module.permissions)
        .filter(([, permission]) => permission.roles.includes(role))
        .map(([permission, { zh, en }]) => ({ permission, module: module.title, zh, en })),
    ),
  }))
  return { rows, total: rows.length }
}
