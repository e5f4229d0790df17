import { makeApplication, systemCaller, type Application } from '#platform/application.ts'
import type { Config } from '#platform/config.ts'
import type { Caller } from '#platform/context.ts'
import { execute } from '#platform/execute.ts'
import type { Text } from '#platform/text.ts'
import { audit } from '#kernel/audit/contract.ts'
import { claims } from '#kernel/claims/contract.ts'
import { figures } from '#kernel/figures/contract.ts'
import { ledger } from '#kernel/ledger/contract.ts'
import type { DatabaseAccess } from '../database.ts'
import { makeLog } from '../log.ts'
import { modules } from '../modules.ts'
import { ports } from '../ports.ts'

const PAGE_SIZE = 200

/** The audit log, the ledger, every publication and every text, proved on what is in the database now. 1 where anything does not hold. */
export async function verifyEverything(
  config: Config,
  access: DatabaseAccess,
  say: (text: Text) => void,
): Promise<number> {
  const log = makeLog({ ...config, logLevel: 'warn' })
  const database = access.openPool(log)
  const app = makeApplication({
    config,
    log,
    clock: () => new Date(),
    database,
    modules,
    ports,
  })
  const caller = systemCaller('verify')
  try {
    const trail = await execute(app, caller, audit.verify, {})
    say(
      trail.intact
        ? { zh: `审计日志完好，${trail.lines}行`, en: `The audit log is intact: ${trail.lines} lines` }
        : { zh: '审计日志有问题', en: 'The audit log does not hold' },
    )
    const books = await execute(app, caller, ledger.verify, {})
    say(
      books.intact
        ? { zh: '账本重算一致', en: 'The ledger replays to its balances' }
        : { zh: '账本与余额不一致', en: 'The ledger does not replay to its balances' },
    )
    let whole = trail.intact && books.intact
    for await (const { id, title } of publications(app, caller)) {
      const { intact } = await execute(app, caller, figures.verify, { publication: id })
      say(
        intact
          ? { zh: `发布核对一致：${title}`, en: `Publication verified: ${title}` }
          : { zh: `发布不一致：${title}`, en: `Publication does not agree: ${title}` },
      )
      whole &&= intact
    }
    for await (const { id, title, version } of texts(app, caller))
      for (let no = 1; no <= version; no += 1) {
        const { intact } = await execute(app, caller, claims.verify, { text: id, version: no })
        say(
          intact
            ? { zh: `文稿核对一致：${title}，第${no}版`, en: `Text verified: ${title}, version ${no}` }
            : { zh: `文稿不一致：${title}，第${no}版`, en: `Text does not agree: ${title}, version ${no}` },
        )
        whole &&= intact
      }
    return whole ? 0 : 1
  } finally {
    await database.close()
  }
}

async function* publications(app: Application, caller: Caller) {
  for (let page = 1; ; page += 1) {
    const { rows } = await execute(app, caller, figures.listPublications, { page, pageSize: PAGE_SIZE })
    yield* rows
    if (rows.length < PAGE_SIZE) return
  }
}

async function* texts(app: Application, caller: Caller) {
  for (let page = 1; ; page += 1) {
    const { rows } = await execute(app, caller, claims.listTexts, { page, pageSize: PAGE_SIZE })
    yield* rows
    if (rows.length < PAGE_SIZE) return
  }
}
