import { z } from 'zod'
import { faultOfFonts, fontSettings } from './documents/font-settings.ts'
import { Failure } from './failures.ts'
import { says, type Text } from './text.ts'

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'])
  .transform((word) => ['on', 'true', '1'].includes(word))

const webAddress = z.url({
  protocol: /^https?$/,
  error: says('要是 http:// 或 https:// 开头的网址', 'an address that begins with http:// or https://'),
})

const databaseAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: says(
    '要写成 postgres://用户:密码@主机:端口/库名',
    'written as postgres://user:password@host:port/database',
  ),
})

/** The environment, as documented in docs/configuration.md. Unset and empty mean the same. */
export const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  CITY_DATA: z.enum(['demo', 'empty']).optional(),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_OWNER_URL: databaseAddress.optional(),
  // A job holds one and may work over two more; whoever asks meanwhile needs another.
  DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(8),
  DATABASE_PREPARE: flag.default(true),
  PUBLIC_URL: webAddress.optional(),
  TRUST_PROXY: z.string().optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  KEYS_FILE: z.string().optional(),
  SMS_ADAPTER: z.enum(['log', 'http']).optional(),
  SMS_HTTP_URL: webAddress.optional(),
  SMS_HTTP_TOKEN: z.string().optional(),
  CITY_FILE: z.string().optional(),
  MAP_TILES_URL: z.string().includes('{z}').optional(),
  MAP_TILES_ATTRIBUTION: z.string().default(''),
  MAP_APPROVAL_NUMBER: z.string().default(''),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  ...fontSettings,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Environment = z.infer<typeof environment>

/** What is not there though the rest needs it; `production` needs more. */
export function missingSettings(values: Environment, production: boolean): Text[] {
  const missing: Text[] = []
  const need = (present: boolean, name: string, zh: string, en: string) => {
    if (!present) missing.push(line(name, { zh, en }))
  }
  if (values.SMS_ADAPTER === 'http') {
    need(
      values.SMS_HTTP_URL !== undefined,
      'SMS_HTTP_URL',
      'SMS_ADAPTER=http 时必填',
      'needed with SMS_ADAPTER=http',
    )
    need(
      values.SMS_HTTP_TOKEN !== undefined,
      'SMS_HTTP_TOKEN',
      'SMS_ADAPTER=http 时必填',
      'needed with SMS_ADAPTER=http',
    )
  }
  if (values.OIDC_ISSUER !== undefined) {
    need(
      values.OIDC_CLIENT_ID !== undefined,
      'OIDC_CLIENT_ID',
      '设了 OIDC_ISSUER 就必填',
      'needed with OIDC_ISSUER',
    )
    need(
      values.OIDC_CLIENT_SECRET !== undefined,
      'OIDC_CLIENT_SECRET',
      '设了 OIDC_ISSUER 就必填',
      'needed with OIDC_ISSUER',
    )
  }
  const fontFault = faultOfFonts(values)
  if (fontFault !== undefined) missing.push(line('FONT_DIR', fontFault))
  if (!production) return missing
  need(
    values.CITY_DATA !== 'demo',
    'CITY_DATA',
    'NODE_ENV=production 时不能用演示城市',
    'a demo city is refused with NODE_ENV=production',
  )
  need(
    values.KEYS_FILE !== undefined,
    'KEYS_FILE',
    '正式运行要有自己的密钥：npx zhenyi keys create <文件>',
    'production needs keys of its own: npx zhenyi keys create <file>',
  )
  need(
    values.PUBLIC_URL !== undefined,
    'PUBLIC_URL',
    '要写明大家访问平台的 https 网址',
    'the https address under which people reach the platform',
  )
  need(
    values.SMS_ADAPTER === 'http',
    'SMS_ADAPTER',
    '正式运行要接真实的短信通道（http）',
    'production needs a real SMS adapter (http)',
  )
  return missing
}

export const line = (name: string, { zh, en }: Text): Text => ({ zh: `${name}: ${zh}`, en: `${name}: ${en}` })

export const badConfig = (lines: readonly Text[]) =>
  new Failure(500, 'configuration', {
    zh: `配置有误，无法启动：\n  ${lines.map(({ zh }) => zh).join('\n  ')}\n各项说明见 docs/configuration.md。`,
    en: `The configuration is not right:\n  ${lines.map(({ en }) => en).join('\n  ')}\nSee docs/configuration.md.`,
  })
