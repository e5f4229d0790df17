import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from './failures.ts'
import { keysShape, type Keys } from './keys.ts'
import { faultOfFonts, fontSettings, fontsOf } from './documents/font-settings.ts'
import type { OfficialFonts } from './documents/official-pdf.ts'

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'])
  .transform((word) => ['on', 'true', '1'].includes(word))

/** The environment, as documented in docs/configuration.md. Unset and empty mean the same. */
const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  CITY_DATA: z.enum(['demo', 'empty']).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  // A job holds one and may work over two more; whoever asks meanwhile needs another.
  DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(8),
  DATABASE_PREPARE: flag.default(true),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  KEYS_FILE: z.string().optional(),
  SMS_ADAPTER: z.enum(['log', 'http']).optional(),
  SMS_HTTP_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_HTTP_TOKEN: z.string().optional(),
  CITY_FILE: z.string().optional(),
  MAP_TILES_URL: z.string().includes('{z}').optional(),
  MAP_TILES_ATTRIBUTION: z.string().default(''),
  MAP_APPROVAL_NUMBER: z.string().default(''),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  ...fontSettings,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Config = {
  readonly production: boolean
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** What a new database is filled with; says nothing about one that exists. */
  readonly cityData: 'demo' | 'empty' | undefined
  /** Another city than the default one: see src/kernel/city. */
  readonly cityFile: string | undefined
  readonly tiles:
    | { readonly url: string; readonly attribution: string; readonly approvalNumber: string }
    | undefined
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  readonly poolSize: number
  readonly prepareStatements: boolean
  /** Where people reach us; QR codes point below it. */
  readonly publicUrl: string
  readonly trustProxy: string | undefined
  readonly metricsToken: string | undefined
  readonly keys: Keys
  readonly sms:
    | { readonly adapter: 'log' }
    | { readonly adapter: 'http'; readonly url: string; readonly token: string }
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
    | undefined
  /** Fonts of the standard for official documents that this installation may use; ours stand in for the rest. */
  readonly officialFonts: OfficialFonts | undefined
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL']
}

/** Reads and checks the configuration; throws a Failure that names every variable that is wrong or missing. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = environment.safeParse(set)
  if (!read.success)
    throw badConfig(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  const values = read.data
  const production = values.NODE_ENV === 'production'
  const missing = missingSettings(values, production)
  if (missing.length > 0) throw badConfig(missing)
  const dataFolder = resolve(values.DATA_DIR)
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    dataFolder,
    cityData: values.CITY_DATA,
    cityFile: values.CITY_FILE,
    tiles:
      values.MAP_TILES_URL === undefined
        ? undefined
        : {
            url: values.MAP_TILES_URL,
            attribution: values.MAP_TILES_ATTRIBUTION,
            approvalNumber: values.MAP_APPROVAL_NUMBER,
          },
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    poolSize: values.DATABASE_POOL,
    prepareStatements: values.DATABASE_PREPARE,
    publicUrl: (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/$/, ''),
    trustProxy: values.TRUST_PROXY,
    metricsToken: values.METRICS_TOKEN,
    keys: values.KEYS_FILE !== undefined ? readKeys(values.KEYS_FILE) : ownKeys(dataFolder),
    sms:
      values.SMS_ADAPTER === 'http'
        ? { adapter: 'http', url: values.SMS_HTTP_URL!, token: values.SMS_HTTP_TOKEN! }
        : { adapter: 'log' },
    oidc:
      values.OIDC_ISSUER === undefined
        ? undefined
        : {
            issuer: values.OIDC_ISSUER,
            clientId: values.OIDC_CLIENT_ID!,
            clientSecret: values.OIDC_CLIENT_SECRET!,
          },
    officialFonts: fontsOf(values),
    logLevel: values.LOG_LEVEL,
  }
}

function missingSettings(values: z.infer<typeof environment>, production: boolean): string[] {
  const missing: string[] = []
  const need = (present: boolean, name: string, why: string) => {
    if (!present) missing.push(`${name}: ${why}`)
  }
  if (values.SMS_ADAPTER === 'http') {
    need(values.SMS_HTTP_URL !== undefined, 'SMS_HTTP_URL', 'needed with SMS_ADAPTER=http')
    need(values.SMS_HTTP_TOKEN !== undefined, 'SMS_HTTP_TOKEN', 'needed with SMS_ADAPTER=http')
  }
  if (values.OIDC_ISSUER !== undefined) {
    need(values.OIDC_CLIENT_ID !== undefined, 'OIDC_CLIENT_ID', 'needed with OIDC_ISSUER')
    need(values.OIDC_CLIENT_SECRET !== undefined, 'OIDC_CLIENT_SECRET', 'needed with OIDC_ISSUER')
  }
  const fontFault = faultOfFonts(values)
  if (fontFault !== undefined) missing.push(fontFault)
  if (!production) return missing
  need(values.CITY_DATA !== 'demo', 'CITY_DATA', 'a demo city is refused with NODE_ENV=production')
  need(
    values.KEYS_FILE !== undefined,
    'KEYS_FILE',
    'production needs keys of its own: npx zhenyi keys create <file>',
  )
  need(
    values.PUBLIC_URL !== undefined,
    'PUBLIC_URL',
    'the https address under which people reach the platform',
  )
  need(values.SMS_ADAPTER === 'http', 'SMS_ADAPTER', 'production needs a real SMS adapter (http)')
  return missing
}

const badConfig = (lines: readonly string[]) =>
  new Failure(500, 'configuration', {
    zh: `配置有误，无法启动：\n  ${lines.join('\n  ')}\n各项说明见 docs/configuration.md。`,
    en: `The configuration is not right:\n  ${lines.join('\n  ')}\nSee docs/configuration.md.`,
  })

function readKeys(file: string): Keys {
  if (!existsSync(file)) throw badConfig([`KEYS_FILE: ${file} does not exist`])
  const read = keysShape.safeParse(jsonOf(file))
  if (!read.success)
    throw badConfig(read.error.issues.map((issue) => `KEYS_FILE ${issue.path.join('.')}: ${issue.message}`))
  return read.data
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    // The error of a parser quotes what it read, and this is a file of keys.
    throw badConfig([
      `KEYS_FILE: ${file} ${error instanceof SyntaxError ? 'is not JSON' : (error as Error).message}`,
    ])
  }
}

/** Outside production the data folder holds keys of its own, made on first use. */
function ownKeys(dataFolder: string): Keys {
  const file = join(dataFolder, 'keys.json')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(file, `${JSON.stringify(newKeys(), null, 2)}\n`, { mode: 0o600 })
  }
  return readKeys(file)
}

export function newKeys(): Keys {
  const key = () => randomBytes(32).toString('base64')
  return { current: 'k1', encryption: { k1: key() }, blindIndex: key(), secrets: key() }
}
