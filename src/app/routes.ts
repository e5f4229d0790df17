import type { FastifyInstance } from 'fastify'
import { serveFiles, serveStreams, serveUploads } from '#kernel/files/index.ts'
import { serveHealth } from './routes/health.ts'
import { serveMetrics } from './routes/metrics.ts'
import { serveOidc } from './routes/oidc.ts'
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
  {
    path: 'GET /api/access/oidc/start, /api/access/oidc/callback',
    operation: 'access.sign-in-by-oidc',
    why: 'an identity provider sends the browser back by redirect',
  },
  {
    path: 'POST, HEAD, PATCH /api/files/uploads',
    operation: 'files.start-upload',
    why: 'the tus protocol moves bytes over a bad line',
  },
  { path: 'GET /api/files/:id', operation: null, why: 'public pictures, which pages and caches ask for' },
  {
    path: 'GET /api/files/stream',
    operation: null,
    why: 'a player asks for pieces of a video; the sealed address comes from an operation that checked who may watch',
  },
  {
    path: 'GET /*',
    operation: null,
    why: 'the pages, the first ones drawn with what anybody is answered, as a visitor',
  },
]

export async function serveRoutes(fastify: FastifyInstance, opened: Opened): Promise<void> {
  serveHealth(fastify, opened)
  serveMetrics(fastify, opened.app.config)
  serveOidc(fastify, opened)
  serveFiles(fastify, opened.app)
  serveStreams(fastify, opened.app)
  await serveUploads(fastify, opened.app)
  await servePages(fastify, opened.app, opened.installation.kind)
}
