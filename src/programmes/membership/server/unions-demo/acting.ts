import { unitPath } from '#kernel/organisations/index.ts'
import type { Actor, Context, PersonKey } from '#platform/context.ts'
import { contextOfDemo } from '#platform/demo.ts'
import type { DemoContext, Module } from '#platform/module.ts'
import { unionPermissions } from '../../contract-unions.ts'
import { reviewedProcedures } from '../unions-procedures.ts'

type Somebody = Extract<Actor, { kind: 'account' }>

const DAY_MS = 86_400_000

/** Somebody so many days ago, calling what they would have called: the story goes the way that every call takes. */
export function acting(demo: DemoContext, actor: Actor, daysAgo: number): Context {
  return {
    ...contextOfDemo(demo, 'membership'),
    actor,
    now: new Date(demo.today.getTime() - daysAgo * DAY_MS),
    modules: [{ permissions: unionPermissions, procedures: reviewedProcedures } as unknown as Module],
    ports: { ...contextOfDemo(demo, 'membership').ports, unitPath },
    auditNote: {},
  }
}

/** An officer of the whole city; the persons are the demo's, so that their names stand in the timelines. */
export const officer = (name: string, person: PersonKey | null, accountId: string): Somebody => ({
  kind: 'account',
  accountId,
  sessionId: null,
  person,
  name,
  roles: [],
  grants: Object.keys(unionPermissions).map((permission) => ({ permission, unit: 'root' })),
})

export const applicant = (name: string, accountId: string): Somebody => ({
  kind: 'account',
  accountId,
  sessionId: null,
  person: null,
  name,
  roles: [],
  grants: [],
})
