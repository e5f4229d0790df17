import { readConfig } from '#platform/config.ts'
import { makeLog } from '#app/log.ts'
import { openApplication } from '#app/open.ts'
import { serve } from '#app/serve.ts'
import { ASKED_AT } from './city-clock.ts'

/** Our server as it is, but for the day: the measures ask for what is open at a fixed hour of a fixed weekday. */
const began = Date.now()
const config = readConfig(process.env)
const opened = await openApplication({
  config,
  log: makeLog(config),
  mode: 'serve',
  onProgress: () => {},
  clock: () => new Date(ASKED_AT.getTime() + Date.now() - began),
})
const served = await serve(opened)
const stop = () => void served.close().then(() => process.exit(0))
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
