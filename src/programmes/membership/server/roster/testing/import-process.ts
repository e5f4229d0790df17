// For tests: a server's process as far as imports go, to be killed half-way.
import { makeApplication } from '#platform/application.ts'
import { connect } from '#platform/database/connect.ts'
import { SERVER_ROLE } from '#platform/database/migrate.ts'
import { runJob } from '#platform/jobs.ts'
import { silentLog } from '#platform/log.ts'
import { modules } from '#app/modules.ts'
import { ports } from '#app/ports.ts'
import { runImports } from '../run-imports.ts'

const { connection, config, now } = JSON.parse(process.env['IMPORT_PROCESS'] ?? '{}')
const database = connect({ connection, poolSize: 2, prepare: true, role: SERVER_ROLE })
const app = makeApplication({
  config,
  log: silentLog,
  clock: () => new Date(now),
  database,
  modules,
  ports,
})
await runJob(app, { name: 'membership.run-imports', everySeconds: 1, run: runImports })
await database.close()
