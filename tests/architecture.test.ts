import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { migrationsOf } from '#platform/database/migrate.ts'
import type { Module } from '#platform/module.ts'
import { modules } from '#app/modules.ts'
import { roleIds } from '#kernel/access/index.ts'
import { brokenRule, KERNEL_ORDER } from '../tools/lint/boundaries.ts'

/** What a linter cannot say of the house. Who imports whom is the lint plugin's: tools/lint/boundaries.ts. */

const schemaOf = (module: string) => module.replaceAll('-', '_')

const handlerFiles = (module: Module) =>
  globSync('server/**/*.ts', { cwd: module.folder, exclude: (name) => name.endsWith('.test.ts') }).map(
    (file) => readFileSync(new URL(file, module.folder), 'utf8'),
  )

describe.each(modules.map((module) => [module.name, module] as const))('%s', (_name, module) => {
  test('its migrations touch only its own schema', () => {
    for (const migration of migrationsOf([module]).filter(({ name }) => name.startsWith(`${module.name}/`))) {
      const touched = [
        ...migration.sql.matchAll(
          /\b(?:create|alter|drop)\s+(?:unlogged\s+)?(?:table|view|function|type)\s+(?:if\s+(?:not\s+)?exists\s+)?(\w+)\./gi,
        ),
      ]
      for (const [, schema] of touched)
        expect(`${migration.name}: ${schema}`).toBe(`${migration.name}: ${schemaOf(module.name)}`)
      expect(migration.sql).not.toMatch(/create\s+(or\s+replace\s+)?trigger/i)
    }
  })

  test('each permissioned command asks requireAt where the record lies, each such query asks reachOf', () => {
    const source = handlerFiles(module).join('\n')
    for (const operation of Object.values(module.operations)) {
      if (operation.who.kind !== 'holding') continue
      const { permission } = operation.who
      const asked = new RegExp(
        `(requireAt|holdsAt|reachOf|[rR]each\\w*|require\\w+)\\([^)]*'${permission.replace('.', '\\.')}'`,
      )
      expect(asked.test(source), `${operation.id} never checks ${permission} at a unit`).toBe(true)
    }
  })

  test('each permission that an operation names is in the catalogue, held by roles that exist', () => {
    for (const operation of Object.values(module.operations)) {
      if (operation.who.kind === 'holding')
        expect(module.permissions).toHaveProperty([operation.who.permission])
    }
    for (const { roles } of Object.values(module.permissions))
      for (const role of roles) expect(roleIds).toContain(role)
  })

  test('each list has a maximum', () => {
    for (const operation of Object.values(module.operations)) {
      const shape = (operation.input as { shape?: Record<string, unknown> }).shape
      if (!operation.id.includes('.list-') || shape === undefined) continue
      const rows = (
        operation.output as { shape?: { rows?: { safeParse(value: unknown): { success: boolean } } } }
      ).shape?.rows
      const bounded =
        'pageSize' in shape || JSON.stringify(rows?.safeParse(Array(5_001).fill(null))).includes('too_big')
      expect(bounded, `${operation.id} is unbounded`).toBe(true)
    }
  })

  test('its texts are in both languages', () => {
    const texts = [module.title, ...Object.values(module.operations).map(({ summary }) => summary)]
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en).toMatch(/[a-z]/i)
    }
  })

  test('it has a README', () => {
    expect(globSync('README.md', { cwd: module.folder })).toEqual(['README.md'])
  })
})

test('operations have one name each', () => {
  const ids = modules.flatMap((module) => Object.values(module.operations).map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('kernel parts stand in their order', () => {
  const parts = modules.map(({ name }) => name).filter((name) => KERNEL_ORDER.includes(name))
  expect(parts).toEqual([...parts].sort((a, b) => KERNEL_ORDER.indexOf(a) - KERNEL_ORDER.indexOf(b)))
})

test.each([
  ['src/platform/execute.ts', '#kernel/audit/index.ts', 'platform-knows-nobody'],
  ['src/kernel/people/index.ts', '#programmes/stations/contract.ts', 'kernel-knows-no-programme'],
  ['src/kernel/people/server/module.ts', '#kernel/access/index.ts', 'kernel-order'],
  ['src/kernel/access/server/me.ts', '../../people/server/queries.ts', 'kernel-front-doors'],
  ['src/programmes/stations/server/module.ts', '../../care/contract.ts', 'programmes-are-strangers'],
  ['src/programmes/stations/web/index.tsx', '../server/module.ts', 'web-never-sees-server'],
  ['src/programmes/stations/rules/open-now.ts', '../server/tables.ts', 'rules-are-pure'],
  ['src/programmes/stations/contract.ts', '#platform/module.ts', 'contracts-are-plain'],
  ['src/kernel/audit/index.ts', '#app/modules.ts', 'nobody-imports-app'],
  ['src/kernel/audit/index.ts', '#tests/world.ts', 'tests-are-leaves'],
  ['src/ui/data/card.tsx', '#platform/text.ts', 'ui-knows-no-data'],
])('%s may not import %s (%s)', (file, source, rule) => {
  expect(brokenRule(new URL(`../${file}`, import.meta.url).pathname, source)?.name).toBe(rule)
})

test('a class stands in one style sheet, since any page may meet two of them', () => {
  const sheets = new Map<string, Set<string>>()
  for (const file of globSync('src/{app,kernel,programmes}/**/*.css')) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/^\.([a-z][\w-]*)/gm))
      sheets.set(name!, (sheets.get(name!) ?? new Set()).add(file))
  }
  const twice = [...sheets]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]) => `${name}: ${[...files]}`)
  expect(twice).toEqual([])
})

const LINES_MOST = 200

test('a file of more than 200 lines begins with a comment that says why', () => {
  const unexplained = globSync('{src,tests,tools,bench}/**/*.{ts,tsx}').filter((file) => {
    const [first = '', ...others] = readFileSync(file, 'utf8').trimEnd().split('\n')
    return others.length >= LINES_MOST && !/^\/\/.*\blonger than\b/i.test(first)
  })
  expect(unexplained).toEqual([])
})
