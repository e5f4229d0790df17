import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { programmeFiles } from './programme-files.ts'

/** `npm run new programme <id>`: a programme's folder and its two lines, passing every check. */
function newProgramme(root: string, id: string): string[] {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id))
    throw new Error(`用小写字母和连字符命名，例如 green-travel · name it like green-travel: ${id}`)
  const folder = join(root, 'src/programmes', id)
  if (existsSync(folder)) throw new Error(`${folder} 已存在 · exists already`)
  const files = programmeFiles(id, new Date().toISOString().slice(0, 10))
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const camel = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const lists = ['src/app/modules.ts', 'src/app/pages.ts'].map((file) => join(root, file))
  insert(lists[0]!, `import { ${camel}Module } from '#programmes/${id}/server/module.ts'\n`, `${camel}Module`)
  insert(
    lists[1]!,
    `import { pages as ${camel}Pages } from '#programmes/${id}/web/index.tsx'\n`,
    `...${camel}Pages`,
  )
  execFileSync(join(root, 'node_modules/.bin/oxfmt'), [folder, ...lists], { cwd: root })
  return Object.keys(files).map((name) => join('src/programmes', id, name))
}

/** Adds the import after the last one, and the entry to the end of the list that is marked. */
function insert(file: string, importLine: string, entry: string): void {
  const text = readFileSync(file, 'utf8')
  const afterImports = text.indexOf('\n', text.lastIndexOf('\nimport ') + 1) + 1
  const withImport = text.slice(0, afterImports) + importLine + text.slice(afterImports)
  const end = withImport.indexOf(']', withImport.indexOf('= [', withImport.indexOf(MARK)))
  if (!withImport.includes(MARK) || end < 0) throw new Error(`${file} has no list marked "${MARK}"`)
  const before = withImport.slice(0, end).trimEnd().replace(/,$/, '')
  writeFileSync(file, `${before}, ${entry}${withImport.slice(end)}`)
}

/** Stands in the comment above each of the two lists. */
const MARK = 'npm run new programme'

const [kind, id = ''] = process.argv.slice(2)
if (kind !== 'programme') {
  process.stderr.write('npm run new programme <id>\n')
  process.exitCode = 1
} else {
  const made = newProgramme(resolve(import.meta.dirname, '../../..'), id)
  process.stdout.write(`${made.join('\n')}\n`)
}
