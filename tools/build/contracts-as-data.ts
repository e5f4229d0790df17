import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const CONTRACT = /\/src\/(kernel|programmes)\/[^/]+\/contract\.ts$/

/**
 * What a page needs of a contract is where to send a call. So the browser gets each operation as plain data and each
 * enumeration as its options; schemas, summaries and the schema language itself stay on the server, which checks
 * every call anyway. A page that asks a contract for anything else finds that the build refuses its import.
 */
export function contractsAsData(): Plugin {
  return {
    name: 'zhenyi-contracts-as-data',
    enforce: 'pre',
    async load(id) {
      const path = id.split('?')[0]!
      if (!CONTRACT.test(path)) return null
      const contract = (await import(pathToFileURL(path).href)) as Record<string, unknown>
      const lines = Object.entries(contract).flatMap(([name, value]) => {
        const data = dataOf(value)
        return data === undefined ? [] : [`export const ${name} = ${JSON.stringify(data)}`]
      })
      return { code: lines.join('\n'), map: null, moduleSideEffects: false }
    },
  }
}

function dataOf(value: unknown): unknown {
  if (!(value instanceof Object)) return value
  if (isEnumeration(value)) return { options: value.options }
  if (isSchema(value) || typeof value === 'function') return undefined
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([, one]) => isOperation(one)))
    return Object.fromEntries(entries.map(([name, operation]) => [name, addressed(operation)]))
  return isPlain(value) ? value : undefined
}

/** Whatever `call` and `useCommand` read; a test calls through both. */
const addressed = ({ id, kind, inBody }: Record<string, unknown>) => ({
  id,
  kind,
  ...(inBody === true && { inBody }),
})

const isOperation = (value: unknown): value is Record<string, unknown> =>
  value instanceof Object && 'id' in value && 'kind' in value && 'who' in value

const isSchema = (value: object) => '_zod' in value

const isEnumeration = (value: object): value is { options: readonly string[] } =>
  isSchema(value) &&
  'options' in value &&
  Array.isArray(value.options) &&
  value.options.every((one) => typeof one === 'string')

const isPlain = (value: unknown): boolean =>
  typeof value !== 'function' &&
  (!(value instanceof Object) || (!isSchema(value) && Object.values(value).every(isPlain)))
