import type { IncomingMessage } from 'node:http'
import { FileStore } from '@tus/file-store'
import { Metadata, Server } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contextOf, type Application } from '#platform/application.ts'
import { execute } from '#platform/execute.ts'
import { invalidInput } from '#platform/failures.ts'
import { callerOf, requireOwnPage } from '#platform/http/caller.ts'
import { limitOf } from '#platform/http/operation-route.ts'
import { files } from '../contract.ts'
import { findRow, isUploader, noSuchFile } from './get-file.ts'
import { incomingFolder } from './places.ts'

const PATH = '/api/files/uploads'

/**
 * The tus protocol (1.0.0) for moving bytes over a bad line. Creating an upload is the operation
 * `files.start-upload`; sending bytes is for the uploader of an unfinished file; `files.finish-upload` judges them.
 */
export async function serveUploads(fastify: FastifyInstance, app: Application): Promise<void> {
  const announced = new WeakMap<IncomingMessage, string>()
  const tus = new Server({
    path: PATH,
    relativeLocation: true,
    datastore: new FileStore({ directory: incomingFolder(app.config) }),
    // Only our own pages upload; no other site's script may.
    allowedOrigins: [],
    namingFunction: ({ runtime }) => announced.get(runtime!.node!.req as IncomingMessage)!,
  })
  const pass = (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack()
    return tus.handle(request.raw, reply.raw)
  }
  await fastify.register(async (scope) => {
    // The bytes go to the disk as they come; nobody here reads them into memory.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
    scope.post(PATH, { schema: { hide: true }, ...limitOf(files.startUpload) }, async (request, reply) => {
      announced.set(request.raw, await announce(app, request))
      return pass(request, reply)
    })
    scope.route({
      method: ['HEAD', 'PATCH'],
      url: `${PATH}/:id`,
      schema: { hide: true },
      handler: async (request, reply) => {
        await requireUploader(app, request)
        return pass(request, reply)
      },
    })
  })
}

/** What the client says in the protocol's headers, as the operation's input. */
async function announce(app: Application, request: FastifyRequest): Promise<string> {
  const caller = await callerOf(app, request)
  requireOwnPage(request, caller.actor)
  const { purpose, filename } = readMetadata(request.headers['upload-metadata'])
  const bytes = Number(request.headers['upload-length'])
  const { id } = await execute(app, caller, files.startUpload, {
    purpose: purpose ?? '',
    name: filename ?? '',
    bytes: Number.isSafeInteger(bytes) ? bytes : 0,
  })
  return id
}

function readMetadata(header: string | string[] | undefined): Record<string, string | null | undefined> {
  try {
    return Metadata.parse(String(header ?? ''))
  } catch {
    throw invalidInput([
      {
        field: 'upload-metadata',
        reason: { zh: '上传说明读不出来。', en: 'The upload metadata cannot be read.' },
        accepted: { zh: 'purpose 和 filename，值为 base64', en: 'purpose and filename, in base64' },
      },
    ])
  }
}

async function requireUploader(app: Application, request: FastifyRequest): Promise<void> {
  const caller = await callerOf(app, request)
  requireOwnPage(request, caller.actor)
  const ctx = contextOf(app, caller, files.startUpload.id)
  const { id } = request.params as { id: string }
  const row = /^[0-9a-f-]{36}$/.test(id) ? await findRow(ctx, id) : undefined
  if (row?.state !== 'uploading' || !isUploader(ctx, row)) throw noSuchFile()
}
