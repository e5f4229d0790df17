import type { Context } from './context.ts'
import { silentLog } from './log.ts'
import type { DemoContext } from './module.ts'

/** Kernel functions and a module's own writers want a context; a demo has the owner's connection and nobody who calls. */
export const contextOfDemo = (demo: DemoContext, module: string): Context => ({
  actor: { kind: 'system', name: '演示数据' },
  language: 'zh-CN',
  origin: 'job',
  requestId: 'demo',
  now: demo.today,
  db: demo.db,
  config: demo.config,
  log: silentLog,
  modules: demo.modules ?? [],
  operationId: `${module}.demo`,
  ports: {
    identify: async () => ({ kind: 'anonymous' }),
    unitPath: async () => undefined,
    record: async () => {},
    lineOf: () => ({}),
  },
  auditNote: {},
  afterCommit: () => {},
})
