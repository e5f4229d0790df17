import { readConfig } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { openDatabase } from '../database.ts'
import { modules } from '../modules.ts'
import { backupDatabase, restoreDatabase } from './backup-command.ts'
import { checkDatabase } from './check-command.ts'

type Say = (text: Text) => void

/** `zhenyi db …`: what the operator does with the whole database. Answers the process's exit code. */
export async function runDatabaseCommand(
  name: string | undefined,
  rest: readonly string[],
  say: Say,
): Promise<number> {
  if (name === 'migrate') return migrateDatabase(say)
  if (name === 'backup') return backupDatabase(rest[0], say)
  if (name === 'restore') return restoreDatabase(rest[0], say)
  if (name === 'check') return checkDatabase(say)
  throw new Failure(404, 'unknown-command', {
    zh: 'zhenyi db 之后应为 migrate、backup、restore 或 check。',
    en: 'zhenyi db takes migrate, backup, restore or check.',
  })
}

async function migrateDatabase(say: Say): Promise<number> {
  const access = await openDatabase(readConfig(process.env), 'join-or-start', say)
  try {
    const { applied } = await migrate(access.owner, modules)
    say({
      zh: `数据库已是最新，共 ${applied.length} 个迁移。`,
      en: `The database is up to date: ${applied.length} migrations.`,
    })
    return 0
  } finally {
    await access.stop()
  }
}
