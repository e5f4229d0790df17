import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Application } from '../application.ts'
import { answerFailure, failureOf } from './failure-answer.ts'
import { serveOperation } from './operation-route.ts'
import { secureEveryAnswer } from './security-headers.ts'

export type HttpOptions = {
  readonly app: Application
  readonly version: string
  /** The product's mark as SVG, for the page of the API; the page's maker has one of its own. */
  readonly mark?: string
  /** What cannot be an operation: uploads, downloads, the OIDC callback, health, the pages themselves. */
  readonly routes: (fastify: FastifyInstance) => Promise<void>
}

const BODY_MAX_BYTES = 2 * 1024 * 1024

/** The whole server, not yet listening. Validation is `execute`'s, so that CLI, jobs and tests have the same. */
export async function makeHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { app } = options
  const fastify: FastifyInstance = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX_BYTES,
    trustProxy: trustProxyOf(app.config.trustProxy),
    routerOptions: { maxParamLength: 200 },
  })
  fastify.setValidatorCompiler(() => (value) => ({ value }))
  fastify.setSerializerCompiler(() => (value) => JSON.stringify(value))
  fastify.setErrorHandler((error, request, reply) =>
    answerFailure(app, request, reply, failureOf(app, request, error)),
  )
  await fastify.register(cookie)
  await secureEveryAnswer(fastify, app.config)
  // Nobody sends us compressed bodies, and so no request is looked at for one.
  await fastify.register(compress, {
    threshold: 1400,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  })
  await fastify.register(rateLimit, { global: false })
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Zhenyi 振翼', version: options.version, license: { name: 'Apache-2.0' } },
      servers: [{ url: app.config.publicUrl }],
      tags: app.modules.map(({ name, title }) => ({ name, description: `${title.zh} · ${title.en}` })),
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await fastify.register(swaggerUi, {
    routePrefix: '/api/docs',
    // Hundreds of operations are found by their module first.
    uiConfig: { docExpansion: 'none', filter: true },
    theme: { title: 'Zhenyi 振翼 · API' },
    ...(options.mark && { logo: { type: 'image/svg+xml', content: options.mark, href: '/' } }),
  })
  for (const operation of app.operations.values()) {
    if (operation.who.kind !== 'operator') serveOperation(fastify, app, operation)
  }
  fastify.get('/api/openapi.json', { schema: { hide: true } }, () => fastify.swagger())
  await options.routes(fastify)
  return fastify
}

/** `true`, or the addresses and networks of the proxies that may name the client's address. */
function trustProxyOf(setting: string | undefined): boolean | string {
  return setting === undefined || setting === 'false' ? false : setting === 'true' ? true : setting
}
