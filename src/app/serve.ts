import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { makeHttpServer } from '#platform/http/server.ts'
import { startJobs } from '#platform/jobs.ts'
import { listen } from './listen.ts'
import { serveRoutes } from './routes.ts'
import type { Opened } from './open.ts'
import { version } from './version.ts'

/** How long requests under way may go on: a film that somebody watches would hold the server for as long as it lasts. */
const GRACE_MS = 5_000

export type Served = { readonly address: string; readonly fastify: FastifyInstance; close(): Promise<void> }

/**
 * Listens, and runs the jobs. Closing lets requests under way finish for some seconds, then stops jobs and database; the
 * database is stopped too where nothing can be served.
 */
export async function serve(opened: Opened): Promise<Served> {
  const { app } = opened
  const mark = readFileSync(new URL('web/public/mark.svg', import.meta.url), 'utf8')
  const fastify = await makeHttpServer({
    app,
    version,
    mark,
    routes: (server) => serveRoutes(server, opened),
  })
  const address = await listen(fastify, app.config).catch(async (error: unknown) => {
    await fastify.close()
    await opened.close()
    throw error
  })
  const stopJobs = startJobs(app)
  return {
    address,
    fastify,
    close: async () => {
      const cut = setTimeout(() => fastify.server.closeAllConnections(), GRACE_MS)
      await fastify.close().finally(() => clearTimeout(cut))
      await stopJobs()
      await opened.close()
    },
  }
}
