/** Structured logging; pino's shape, so that Fastify's logger fits as it is. */
export type Log = {
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }
