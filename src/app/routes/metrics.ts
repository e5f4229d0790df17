import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Config } from '#platform/config.ts'
import { sha256 } from '#platform/digest.ts'
import { forbidden } from '#platform/failures.ts'

/** Prometheus' format. Open to the machine itself, and to whoever knows METRICS_TOKEN. */
export function serveMetrics(fastify: FastifyInstance, config: Config): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'zhenyi_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  fastify.get('/api/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(config, request)) throw forbidden('metrics')
    return reply
      .header('content-type', registry.contentType)
      .serializer(String)
      .send(await registry.metrics())
  })
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** The machine itself is the other end of the line, and no proxy there that speaks for somebody else. */
function mayRead(config: Config, { headers, socket }: FastifyRequest): boolean {
  if (config.metricsToken !== undefined)
    return isSame(headers.authorization ?? '', `Bearer ${config.metricsToken}`)
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && LOOPBACK.has(socket.remoteAddress ?? '')
}

/** Digests are of one length, and comparing them tells nothing of the token. */
const isSame = (given: string, expected: string) =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)))
