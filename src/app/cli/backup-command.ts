import { join } from 'node:path'
import { readConfig, type Config } from '#platform/config.ts'
import { migrate, migrationsOf } from '#platform/database/migrate.ts'
import { readBackup } from '#platform/backup/read-backup.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { openDatabase } from '../database.ts'
import { modules } from '../modules.ts'
import { version } from '../version.ts'
import { verifyEverything } from './verify-everything.ts'

type Say = (text: Text) => void

const filesFolder = (config: Config) => join(config.dataFolder, 'files')

/** `zhenyi db backup <file>`: the whole city in one file, without its keys. May run beside a serving platform. */
export async function backupDatabase(target: string | undefined, say: Say): Promise<number> {
  if (target === undefined) throw missingFile()
  const config = readConfig(process.env)
  const access = await openDatabase(config, 'join-or-start', say)
  try {
    const manifest = await writeBackup({
      owner: access.owner,
      filesFolder: filesFolder(config),
      target,
      madeAt: new Date(),
      version,
      database: { engine: access.engine, version: access.version },
    })
    say({
      zh: `${target}：${told(manifest).zh}。密钥不在其中，请另行保管。`,
      en: `${target}: ${told(manifest).en}. The keys are not in it; keep them elsewhere.`,
    })
    return 0
  } finally {
    await access.stop()
  }
}

/** `zhenyi db restore <file>`: into an empty database of either engine; ends with both verifications. */
export async function restoreDatabase(source: string | undefined, say: Say): Promise<number> {
  if (source === undefined) throw missingFile()
  const config = readConfig(process.env)
  const access = await openDatabase(config, 'join-or-start', say)
  try {
    const manifest = await readBackup({
      source,
      owner: access.owner,
      filesFolder: filesFolder(config),
      migrateTo: async (wanted) => {
        requireKnown(wanted)
        await migrate(access.owner, modules, new Set(wanted.map(({ name }) => name)))
      },
    })
    await migrate(access.owner, modules)
    say({ zh: `已恢复：${told(manifest).zh}`, en: `Restored: ${told(manifest).en}` })
    return await verifyEverything(config, access, say)
  } finally {
    await access.stop()
  }
}

function told(manifest: Manifest): Text {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return {
    zh: `${manifest.tables.length}张表${rows}行，${manifest.files.length}个文件`,
    en: `${manifest.tables.length} tables with ${rows} rows, ${manifest.files.length} files`,
  }
}

function requireKnown(wanted: Manifest['migrations']): void {
  const known = new Map(migrationsOf(modules).map(({ name, digest }) => [name, digest]))
  const strange = wanted.find(({ name, digest }) => known.get(name) !== digest)
  if (strange === undefined) return
  throw new Failure(409, 'backup-from-elsewhere', {
    zh: `备份来自另一个版本：迁移 ${strange.name} 在这里不同或不存在。请用备份时的版本恢复，再升级。`,
    en: `The backup comes from another version: migration ${strange.name} differs or is unknown here. Restore with that version, then upgrade.`,
  })
}

const missingFile = () =>
  new Failure(422, 'missing-file', { zh: '请给出备份文件的路径。', en: 'Give the path of the backup file.' })
