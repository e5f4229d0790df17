import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Operation } from '#platform/contract.ts'
import { modules } from '#app/modules.ts'
import { contractsAsData } from '../tools/build/contracts-as-data.ts'

const load = contractsAsData().load as (id: string) => Promise<{ code: string } | null>

/** What a browser gets of a module's contract. */
async function inBrowser(folder: URL): Promise<{ code: string; exported: Record<string, unknown> }> {
  const code = (await load(fileURLToPath(new URL('contract.ts', folder))))!.code
  const exported = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<
    string,
    unknown
  >
  return { code, exported }
}

test.each(modules.map((module) => [module.name, module] as const))(
  '%s: a page knows where each operation is called, and gets neither schema nor summary',
  async (_name, module) => {
    const { code, exported } = await inBrowser(module.folder)
    const table = Object.values(exported).find(
      (value): value is Record<string, Operation> =>
        value instanceof Object && Object.keys(module.operations).every((key) => key in value),
    )
    for (const [key, { id, kind, inBody }] of Object.entries(module.operations)) {
      expect(table?.[key]).toEqual({ id, kind, ...(inBody === true && { inBody }) })
    }
    expect(code).not.toMatch(/^import|_zod|"summary"/m)
  },
)

test('what is no contract is left as it is', async () => {
  expect(await load(fileURLToPath(new URL('../src/platform/contract.ts', import.meta.url)))).toBeNull()
})
