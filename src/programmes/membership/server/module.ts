import { defineModule, type Holding, type WorkItem } from '#platform/module.ts'
import { membership, membershipPermissions } from '../contract.ts'
import { membersPart } from './members.ts'
import type { Part } from './part.ts'
import { rosterPart } from './roster.ts'
import { unionsPart } from './unions.ts'

const parts: readonly Part[] = [rosterPart, membersPart, unionsPart]

export const membershipModule = defineModule({
  name: 'membership',
  title: { zh: '建会入会', en: 'Joining and founding' },
  folder: new URL('../', import.meta.url),
  operations: membership,
  permissions: membershipPermissions,
  handlers: { ...membersPart.handlers, ...unionsPart.handlers, ...rosterPart.handlers },
  refusals: Object.assign({}, ...parts.map(({ refusals }) => refusals)),
  jobs: parts.flatMap(({ jobs }) => jobs ?? []),
  procedures: parts.flatMap(({ procedures }) => procedures ?? []),
  figures: parts.flatMap(({ figures }) => figures ?? []),
  ledgerSubjects: Object.assign({}, ...parts.map(({ ledgerSubjects }) => ledgerSubjects)),
  uploads: parts.flatMap(({ uploads }) => uploads ?? []),
  personColumns: parts.flatMap(({ personColumns }) => personColumns ?? []),
  workList: async (ctx) => {
    const items: WorkItem[] = []
    for (const { workList } of parts) items.push(...((await workList?.(ctx)) ?? []))
    return items
  },
  holdings: async (ctx, person) => {
    const found: Holding[] = []
    for (const { holdings } of parts) found.push(...((await holdings?.(ctx, person)) ?? []))
    return found
  },
  handOver: async (ctx, from, to) => {
    let moved = 0
    for (const { handOver } of parts) moved += (await handOver?.(ctx, from, to)) ?? 0
    return moved
  },
  forget: async (ctx, person) => {
    for (const { forget } of parts) await forget?.(ctx, person)
  },
  demoNeeds: ['memberships', 'access'],
  // The rolls first, then the stories of some members, then what is kept of their unions.
  demo: async (context) => {
    for (const { demo } of parts) await demo?.(context)
  },
})
