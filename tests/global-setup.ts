import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.ts'
import { startThrowawayPostgres } from '#platform/database/embedded/testing/throwaway-postgres.ts'
import { modules } from '#app/modules.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's connection to the server that holds the template. */
    database: pg.ClientConfig
    template: string
  }
}

/** One server for the whole run (DATABASE_URL's, or a throwaway), with one migrated template to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['DATABASE_URL']
  const throwaway = url === undefined ? await startThrowawayPostgres() : undefined
  const owner: pg.ClientConfig = throwaway?.owner ?? { connectionString: url! }
  const template = `zhenyi_template_${process.pid}`
  const admin = new pg.Client(owner)
  await admin.connect()
  await admin.query(`create database ${template}`)
  await migrate(withDatabase(owner, template), modules)
  project.provide('database', owner)
  project.provide('template', template)
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
    await throwaway?.stop()
  }
}

export function withDatabase(owner: pg.ClientConfig, database: string): pg.ClientConfig {
  if (owner.connectionString === undefined) return { ...owner, database }
  const url = new URL(owner.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
