import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '#platform/application.ts'
import { makeDrawer, type Drawn } from './draw-first-page.ts'
import { webFolder } from '../web-folder.ts'
import { readDocuments } from './first-pages.ts'

const drawingProgram = new URL('../../../dist/draw/draw-page.js', import.meta.url).href

const YEAR_SECONDS = 31_536_000

/** The built pages. Named assets never change; the page itself and the service worker are asked anew each time. */
export async function servePages(
  fastify: FastifyInstance,
  app: Application,
  installation: 'demo' | 'real',
): Promise<void> {
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
  const documents = readDocuments(webFolder, installation)
  const drawingOf = makeDrawer(app, drawingProgram)
  fastify.setNotFoundHandler((_request, reply) => noSuchAddress(reply))
  // A route of its own, not the handler of what was not found: that one is never compressed.
  fastify.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const [path = '', search] = request.url.split('?')
    // A script of another version, asked for by a page that was open before an upgrade, is not there: no page is sent in its place.
    if (path.startsWith('/api/') || path.startsWith('/assets/')) return noSuchAddress(reply)
    const first = documents.first.get(path)
    // An address that asks for more than the plain page is drawn by the page itself.
    const drawn =
      first !== undefined && search === undefined ? await drawingOf(path, languageOf(request)) : undefined
    const page = drawn === undefined ? (first ?? documents.any) : withDrawing(first!, drawn)
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(asChosen(page, request))
  })
}

const noSuchAddress = (reply: FastifyReply) =>
  reply.status(404).send({
    status: 404,
    code: 'no-such-address',
    title: '没有这个地址',
    text: { zh: '没有这个地址。', en: 'There is no such address.' },
    problems: [],
  })

const languageOf = ({ cookies }: FastifyRequest) => (cookies['language'] === 'en' ? 'en' : 'zh-CN')

const withDrawing = (document: string, { title, body }: Drawn): string =>
  document
    .replace(/<title>.*<\/title>/, () => `<title>${title}</title>`)
    .replace(/<div id="root">[\s\S]*?<\/div>/, () => `<div id="root" data-drawn>${body}</div>`)
    // It is read already; its scripts may come after whatever makes it look right.
    .replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"')

/** Language, text size and colours as the person chose them on this device, so that nothing jumps when scripts come. */
function asChosen(page: string, request: FastifyRequest): string {
  const { text, theme } = request.cookies
  const chosen = [
    languageOf(request) === 'en' ? 'lang="en-GB"' : 'lang="zh-CN"',
    ...(text === 'large' ? ['data-text="large"'] : []),
    ...(theme === 'light' || theme === 'dark' ? [`data-theme="${theme}"`] : []),
  ]
  return page.replace('lang="zh-CN"', chosen.join(' '))
}
