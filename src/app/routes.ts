import type { FastifyInstance } from 'fastify'
import { serveHealth } from './routes/health.ts'
import { serveMetrics } from './routes/metrics.ts'
import { servePages } from './routes/pages.ts'
import type { Opened } from './open.ts'

/**
 * What cannot be an operation. Each route that touches a record names the operation whose permission and audit
 * line it uses; the access matrix lists this table too.
 */
export const routeTable: readonly {
  readonly path: string
  readonly operation: string | null
  readonly why: string
}[] = [
  { path: 'GET /api/health', operation: null, why: 'asked by machines before anything else works' },
  { path: 'GET /api/metrics', operation: null, why: "Prometheus' format; loopback or a token" },
  { path: 'GET /api/openapi.json', operation: null, why: 'the description of the operations themselves' },
  { path: 'GET /*', operation: null, why: 'the pages, which hold no data' },
]

export async function serveRoutes(fastify: FastifyInstance, opened: Opened): Promise<void> {
  serveHealth(fastify, opened)
  serveMetrics(fastify, opened.app.config)
  await servePages(fastify)
}
