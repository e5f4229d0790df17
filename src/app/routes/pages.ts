import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { fileURLToPath } from 'node:url'
import { readDocument, readFirstPages } from './first-pages.ts'

export const webFolder = fileURLToPath(new URL('../../../dist/web/', import.meta.url))

const YEAR_SECONDS = 31_536_000

/** The built pages. Named assets never change; the page itself and the service worker are asked anew each time. */
export async function servePages(fastify: FastifyInstance, installation: 'demo' | 'real'): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const named = path.includes('/assets/')
      reply.header('cache-control', named ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  const document = readDocument(webFolder, installation)
  const firstPages = readFirstPages(webFolder, document)
  fastify.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/')) {
      return reply.status(404).send({
        status: 404,
        code: 'no-such-address',
        title: '没有这个地址',
        text: { zh: '没有这个地址。', en: 'There is no such address.' },
        problems: [],
      })
    }
    const page = firstPages.get(request.url.split('?')[0]!) ?? document
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}
