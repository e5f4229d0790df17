import { chmod, cp, lstat, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { findNativePackage, type NativePackage, prepareBinaries } from './native-package.ts'
import { runProgram } from './run-program.ts'
import { chooseRunner, isRoot } from './runner.ts'
import { makeTestFolder } from './testing/folders.ts'

/** The package as npm leaves it when it was told to run no install scripts. */
async function copyWithoutLinks(parent: string): Promise<NativePackage> {
  const original = await findNativePackage()
  const native = { folder: join(parent, 'native'), version: original.version }
  await cp(original.folder, native.folder, { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(await readFile(join(native.folder, 'pg-symlinks.json'), 'utf8')) as {
    target: string
  }[]
  expect(links.length).toBeGreaterThan(5)
  for (const { target } of links) await rm(join(dirname(native.folder), target), { force: true })
  return native
}

it('makes the links that a refused install script left out', async () => {
  const native = await copyWithoutLinks(await makeTestFolder())
  const runner = chooseRunner()
  const { postgres } = await prepareBinaries(native, runner, '/nowhere')
  expect(postgres).toBe(join(native.folder, 'bin/postgres'))
  await runProgram(runner, postgres, ['--version'], { cwd: '/', input: '' })
  expect((await lstat(join(native.folder, 'lib/libpq.so.5'))).isSymbolicLink()).toBe(true)
})

it.skipIf(!isRoot())(
  'copies programs out of a folder that is closed to the uid of the database',
  async () => {
    const closed = await makeTestFolder(0o700)
    const native = await copyWithoutLinks(closed)
    await chmod(native.folder, 0o700)
    const runner = chooseRunner()
    const copyRoot = await makeTestFolder()
    const { initdb, postgres } = await prepareBinaries(native, runner, copyRoot)
    expect(postgres.startsWith(copyRoot)).toBe(true)
    for (const program of [initdb, postgres])
      await runProgram(runner, program, ['--version'], { cwd: '/', input: '' })
    expect(await prepareBinaries(native, runner, copyRoot)).toMatchObject({ postgres })
  },
)
