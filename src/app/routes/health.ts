import type { FastifyInstance } from 'fastify'
import type { Opened } from '../open.ts'
import { version } from '../version.ts'

/** 200 once it can serve, with version, database and migration state; 503 while the database does not answer. */
export function serveHealth(fastify: FastifyInstance, opened: Opened): void {
  fastify.get('/api/health', { schema: { hide: true } }, async (_request, reply) => {
    const alive = await opened.app.database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.status(alive ? 200 : 503).send({
      status: alive ? 'ok' : 'database-unreachable',
      version,
      database: { engine: opened.access.engine, version: opened.access.version },
      migrations: { applied: opened.migrations.applied.length, pending: opened.migrations.pending.length },
      city: { adcode: opened.installation.adcode, kind: opened.installation.kind },
    })
  })
}
