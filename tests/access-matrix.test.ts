import { expect, test } from 'vitest'
import { requireMayCall } from '#platform/authorise.ts'
import type { Actor } from '#platform/context.ts'
import type { Operation } from '#platform/contract.ts'
import { Failure } from '#platform/failures.ts'
import { modules } from '#app/modules.ts'
import { routeTable } from '#app/routes.ts'
import { roleIds } from '#kernel/access/index.ts'

/**
 * Every operation × who. Kept as a snapshot, so that a change of rights is a visible diff. It shows the first
 * check (may they call at all); where the record must lie is each command's own access test.
 */
const person = { bk: 1, id: '00000000-0000-7000-8000-000000000001' }

const account = (over: Partial<Actor & { kind: 'account' }>): Actor => ({
  kind: 'account',
  accountId: person.id,
  sessionId: null,
  person: null,
  name: '',
  roles: [],
  grants: [],
  ...over,
})

const withRole = (role: string): Actor =>
  account({
    person,
    roles: [role],
    grants: modules.flatMap(({ permissions }) =>
      Object.entries(permissions)
        .filter(([, { roles }]) => roles.includes(role))
        .map(([permission]) => ({ permission, unit: 'root' })),
    ),
  })

const partner = (operation: Operation): Actor => ({
  kind: 'partner',
  keyId: person.id,
  name: '',
  organisationId: person.id,
  unit: 'root.a',
  operations: [operation.id],
})

const columns: readonly [string, (operation: Operation) => Actor][] = [
  ['nobody', () => ({ kind: 'anonymous' })],
  ['signed-in', () => account({})],
  ['person', () => account({ person })],
  ...roleIds.map((role) => [role, () => withRole(role)] as [string, () => Actor]),
  ['partner', partner],
]

function may(actor: Actor, operation: Operation): boolean {
  try {
    requireMayCall(actor, operation)
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

test('who may call what', async () => {
  const operations = modules.flatMap((module) => Object.values(module.operations))
  const width = Math.max(...operations.map(({ id }) => id.length))
  const head = `${''.padEnd(width)}  ${columns.map(([name]) => name).join('  ')}`
  const lines = operations
    .map((operation) => {
      const cells = columns.map(([name, actor]) =>
        (may(actor(operation), operation) ? '●' : '·').padEnd(name.length),
      )
      return `${operation.id.padEnd(width)}  ${cells.join('  ')}`.trimEnd()
    })
    .sort()
  const routes = routeTable.map(({ path, operation, why }) => `${path}  as ${operation ?? 'nobody'}: ${why}`)
  await expect(
    [head, ...lines, '', 'routes that are no operations', ...routes, ''].join('\n'),
  ).toMatchFileSnapshot('./access-matrix.snap')
})
