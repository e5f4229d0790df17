import type { FastifyInstance } from 'fastify'
import type { Config } from '#platform/config.ts'
import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'

/** Answers the address. Throws `cannot-listen` where the port or the host is not to be had, and says which setting to change. */
export async function listen(
  fastify: FastifyInstance,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<string> {
  try {
    return await fastify.listen({ port, host })
  } catch (error) {
    const why = REASONS[(error as NodeJS.ErrnoException).code ?? '']
    if (why === undefined) throw error
    throw new Failure(500, 'cannot-listen', {
      zh: `无法在 ${host} 的端口 ${port} 上提供服务：${why.zh}。`,
      en: `Cannot serve on port ${port} of ${host}: ${why.en}.`,
    })
  }
}

const OTHER_HOST: Text = {
  zh: '本机没有这个地址，请检查 HOST',
  en: 'this machine has no such address; check HOST',
}

const REASONS: Readonly<Record<string, Text>> = {
  EADDRINUSE: {
    zh: '端口已被占用，请停止占用它的程序，或用 PORT 指定别的端口',
    en: 'the port is in use; stop what uses it, or choose another with PORT',
  },
  EACCES: {
    zh: '当前用户无权使用这个端口，请用 PORT 指定1024以上的端口',
    en: 'this user may not use it; choose one from 1024 up with PORT',
  },
  EADDRNOTAVAIL: OTHER_HOST,
  ENOTFOUND: OTHER_HOST,
}
