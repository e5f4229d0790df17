import { makeApplication, systemCaller } from '#platform/application.ts'
import type { Config } from '#platform/config.ts'
import { execute } from '#platform/execute.ts'
import type { Text } from '#platform/text.ts'
import { audit } from '#kernel/audit/contract.ts'
import { figures } from '#kernel/figures/contract.ts'
import type { DatabaseAccess } from '../database.ts'
import { makeLog } from '../log.ts'
import { modules } from '../modules.ts'
import { ports } from '../ports.ts'

/** The audit log and every publication, proved on what is in the database now. 1 where anything does not hold. */
export async function verifyEverything(
  config: Config,
  access: DatabaseAccess,
  say: (text: Text) => void,
): Promise<number> {
  const database = access.openPool()
  const app = makeApplication({
    config,
    log: makeLog({ ...config, logLevel: 'warn' }),
    clock: () => new Date(),
    database,
    modules,
    ports,
  })
  const caller = systemCaller('verify')
  try {
    const log = await execute(app, caller, audit.verify, {})
    say(
      log.intact
        ? { zh: `审计日志完好，${log.lines}行`, en: `The audit log is intact: ${log.lines} lines` }
        : { zh: '审计日志有问题', en: 'The audit log does not hold' },
    )
    let whole = log.intact
    const { rows } = await execute(app, caller, figures.listPublications, {})
    for (const { id, title } of rows) {
      const { intact } = await execute(app, caller, figures.verify, { publication: id })
      say(
        intact
          ? { zh: `发布核对一致：${title}`, en: `Publication verified: ${title}` }
          : { zh: `发布不一致：${title}`, en: `Publication does not agree: ${title}` },
      )
      whole &&= intact
    }
    return whole ? 0 : 1
  } finally {
    await database.close()
  }
}
