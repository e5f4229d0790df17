import { pino } from 'pino'
import type { Config } from '#platform/config.ts'
import type { Log } from '#platform/log.ts'

/** Structured logs on standard error; what could name a person is never logged. */
export const makeLog = (config: Config): Log =>
  pino(
    { level: config.logLevel, base: null, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    pino.destination(2),
  )
