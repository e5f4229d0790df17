import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { contextOf, type Application } from '#platform/application.ts'
import { callerOf } from '#platform/http/caller.ts'
import { findRow, noSuchFile, type FileRow } from '../get-file.ts'
import { filePath } from '../places.ts'
import { byteRange } from '../rules/byte-range.ts'
import { openFileBytes } from './file-bytes.ts'
import { blank, readPrivateSpans, type Span } from './private-boxes.ts'
import { readStreamAddress } from './stream-address.ts'

/**
 * `GET /api/files/stream`: a file in pieces, as players and browsers ask for it (RFC 9110, 14). What a film says
 * of its maker is sent as empty space.
 */
export function serveStreams(fastify: FastifyInstance, app: Application): void {
  fastify.get('/api/files/stream', { schema: { hide: true } }, async (request, reply) => {
    const ctx = contextOf(app, await callerOf(app, request), 'files.stream')
    const fileId = readStreamAddress(ctx, String((request.query as { ticket?: unknown }).ticket))
    const row = fileId === undefined ? undefined : await findRow(ctx, fileId)
    if (row?.state !== 'ready') throw noSuchFile()
    const size = row.bytes
    const range = byteRange(request.headers.range, size)
    void reply.header('accept-ranges', 'bytes').header('cache-control', 'private, max-age=3600')
    if (range === 'beyond') return reply.status(416).header('content-range', `bytes */${size}`).send()
    const { from, to } = range ?? { from: 0, to: size - 1 }
    if (range !== undefined) void reply.status(206).header('content-range', `bytes ${from}-${to}/${size}`)
    const path = filePath(app.config, row.id)
    const spans = await spansOf(row, path)
    return reply
      .header('content-type', row.mediaType)
      .header('content-length', to - from + 1)
      .serializer((stream: unknown) => stream as string)
      .send(createReadStream(path, { start: from, end: to }).pipe(blanking(from, spans)))
  })
}

/** A player asks for many pieces of one film; its table of contents is looked through once. */
const known = new Map<string, readonly Span[]>()
const KNOWN_MAX = 500

async function spansOf({ id, mediaType }: FileRow, path: string): Promise<readonly Span[]> {
  if (mediaType !== 'video/mp4') return []
  const before = known.get(id)
  if (before !== undefined) return before
  const bytes = await openFileBytes(path)
  try {
    const spans = await readPrivateSpans(bytes)
    if (known.size >= KNOWN_MAX) known.delete(known.keys().next().value!)
    known.set(id, spans)
    return spans
  } finally {
    await bytes.close()
  }
}

function blanking(from: number, spans: readonly Span[]): Transform {
  let at = from
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      blank(piece, at, spans)
      at += piece.byteLength
      done(null, piece)
    },
  })
}
