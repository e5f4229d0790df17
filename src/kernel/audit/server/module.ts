import { defineModule } from '#platform/module.ts'
import { audit, auditPermissions } from '../contract.ts'
import { listLines, whoLooked } from './queries.ts'
import { sealLines } from './seal.ts'
import { verify } from './verify.ts'

export const auditModule = defineModule({
  name: 'audit',
  title: { zh: '审计', en: 'Audit' },
  folder: new URL('../', import.meta.url),
  operations: audit,
  permissions: auditPermissions,
  handlers: { listLines, whoLooked, verify, seal: async (ctx) => ({ sealed: await sealLines(ctx) }) },
  jobs: [{ name: 'seal', everySeconds: 10, run: async (ctx) => void (await sealLines(ctx)) }],
})
