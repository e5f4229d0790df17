import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { problemsOf } from './input.ts'
import { keysShape, type Keys } from './keys-shape.ts'
import { fontsOf } from './documents/font-settings.ts'
import type { OfficialFonts } from './documents/official-pdf.ts'
import { badConfig, environment, line, missingSettings, type Environment } from './environment.ts'

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
  readonly logLevel: Environment['LOG_LEVEL']
}

/** Reads and checks the configuration; throws a Failure that names every variable that is wrong or missing. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = environment.safeParse(set)
  if (!read.success)
    throw badConfig(problemsOf(environment, set).map(({ field, reason }) => line(field, reason)))
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

function readKeys(file: string): Keys {
  if (!existsSync(file))
    throw badConfig([line('KEYS_FILE', { zh: `没有 ${file} 这个文件`, en: `${file} does not exist` })])
  const read = keysShape.safeParse(jsonOf(file))
  if (!read.success)
    throw badConfig(
      problemsOf(keysShape, jsonOf(file)).map(({ field, reason }) => line(`KEYS_FILE ${field}`, reason)),
    )
  return read.data
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    // The error of a parser quotes what it read, and this is a file of keys.
    const { message } = error as Error
    const why =
      error instanceof SyntaxError
        ? { zh: '不是合法的 JSON', en: 'is not JSON' }
        : { zh: message, en: message }
    throw badConfig([line('KEYS_FILE', { zh: `${file} ${why.zh}`, en: `${file} ${why.en}` })])
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
