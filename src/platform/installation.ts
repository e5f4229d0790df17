import { sql } from 'kysely'
import type { Db } from './context.ts'

/** Stamped into the database when it is made: a demo city never becomes a real one, nor the other way. */
export type Installation = {
  readonly id: string
  readonly kind: 'demo' | 'real'
  readonly adcode: string
  readonly createdAt: Date
}

/** Undefined for a database that nobody has filled or stamped yet. */
export async function findInstallation(db: Db): Promise<Installation | undefined> {
  const { rows } = await sql<Installation>`
    select id, kind, adcode, created_at as "createdAt" from platform.installation`.execute(db)
  return rows[0]
}

export async function stampInstallation(
  db: Db,
  installation: Omit<Installation, 'createdAt'>,
): Promise<void> {
  await sql`insert into platform.installation (id, kind, adcode)
    values (${installation.id}, ${installation.kind}, ${installation.adcode})`.execute(db)
}
