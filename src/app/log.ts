import { pino, type DestinationStream } from 'pino'
import type { Config } from '#platform/config.ts'
import type { Log } from '#platform/log.ts'

/** Credentials, and what the database says of the row that it refused: names, phones and all. */
const NEVER_LOGGED = [
  'req.headers.cookie',
  'req.headers.authorization',
  'err.detail',
  'err.where',
  'err.internalQuery',
]

/** Structured logs on standard error; what could name a person is never logged. */
export const makeLog = (config: Pick<Config, 'logLevel'>, to: DestinationStream = pino.destination(2)): Log =>
  pino({ level: config.logLevel, base: null, redact: { paths: NEVER_LOGGED, remove: true } }, to)
