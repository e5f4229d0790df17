import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Asks for the run's database, in which every world lies, or runs tests of its own that do (the scaffold's). */
const ASKS = /\binject\('database'\)|\.run\('vitest'/
const IMPORTED = /(?:\bfrom|\bimport|\bimport\()\s*'((?:#|\.{1,2}\/)[^']+)'/g

type File = { readonly asks: boolean; readonly imports: readonly string[] }

/**
 * The test files in which nothing meets the run's database: pure rules, pages, tabular files, and the embedded database's
 * own tests, which start theirs. On another engine they prove the same again. A file meets it when it asks for it,
 * or something that it imports does, however far away.
 */
export function withoutDatabase(root: string, patterns: readonly string[]): string[] {
  const files = new Map<string, File>()
  const read = (path: string): File => {
    const known = files.get(path)
    if (known !== undefined) return known
    const source = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const imports = [...source.matchAll(IMPORTED)].map(([, name]) => pathOf(root, path, name!))
    const file = { asks: ASKS.test(source), imports }
    files.set(path, file)
    return file
  }
  const meets = (test: string): boolean => {
    const reached = new Set([test])
    for (const path of reached) {
      const { asks, imports } = read(path)
      if (asks) return true
      for (const one of imports) reached.add(one)
    }
    return false
  }
  return globSync([...patterns], { cwd: root }).filter((file) => !meets(join(root, file)))
}

function pathOf(root: string, from: string, name: string): string {
  if (!name.startsWith('#')) return resolve(dirname(from), name)
  return join(root, name.startsWith('#tests/') ? name.slice(1) : `src/${name.slice(1)}`)
}
