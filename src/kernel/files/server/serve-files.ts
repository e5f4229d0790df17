import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '#platform/application.ts'
import { noSuchFile, openFile } from './get-file.ts'
import { filePath } from './places.ts'
import { tables } from './tables.ts'

const YEAR_SECONDS = 31_536_000

/** `GET /api/files/:id`: public pictures. A file never changes under its id, so that a cache may keep it for good. */
export function serveFiles(fastify: FastifyInstance, app: Application): void {
  fastify.get('/api/files/:id', { schema: { hide: true } }, async (request, reply) => {
    const file = await findPublic(app, (request.params as { id: string }).id)
    if (file === undefined) throw noSuchFile()
    const tag = `"${file.sha256}"`
    void reply.header('etag', tag).header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
    if (request.headers['if-none-match'] === tag) return reply.status(304).send()
    return reply
      .header('content-type', file.mediaType)
      .header('content-length', file.bytes)
      .serializer((stream: unknown) => stream as string)
      .send(openFile({ path: filePath(app.config, file.id) }))
  })
}

async function findPublic(app: Application, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined
  return tables(app.database)
    .selectFrom('files.file')
    .select(['id', 'sha256', 'media_type as mediaType', 'bytes'])
    .where('id', '=', id)
    .where('is_public', '=', true)
    .executeTakeFirst()
}
