import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.ts'
import { withDatabase } from '../global-setup.ts'

/** What has to be undone when the run is over, the last first. */
export type Undo = (() => Promise<unknown>)[]

/** What a city is kept in: its data folder, and a database where DATABASE_URL names a server. */
export type Ground = {
  readonly folder: string
  readonly databaseUrl: string | undefined
  /** The owner's connection to the city that runs here. */
  join(): Promise<pg.ClientConfig>
  /** Another with the same content. Nothing may run on this one meanwhile. */
  copy(name: string): Promise<Ground>
}

export async function makeGround(folder: string, undo: Undo): Promise<Ground> {
  await mkdir(folder)
  const server = process.env['DATABASE_URL']
  return server === undefined ? onEmbedded(folder, undo) : onServer(server, folder, undo)
}

function onEmbedded(folder: string, undo: Undo): Ground {
  return {
    folder,
    databaseUrl: undefined,
    join: async () => {
      const { owner, stop } = await startEmbeddedPostgres({ dataFolder: folder, mode: 'join-or-start' })
      undo.push(stop)
      return owner as pg.ClientConfig
    },
    copy: async (name) => onEmbedded(await copyFolder(folder, name), undo),
  }
}

async function onServer(server: string, folder: string, undo: Undo, template?: string): Promise<Ground> {
  const database = `zhenyi_journeys_${process.pid}_${basename(folder)}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${database} ${template === undefined ? '' : `template ${template}`}`)
  undo.push(async () => {
    await admin.query(`drop database if exists ${database} with (force)`)
    await admin.end()
  })
  const owner = withDatabase({ connectionString: server }, database)
  return {
    folder,
    databaseUrl: owner.connectionString,
    join: async () => owner,
    copy: async (name) => onServer(server, await copyFolder(folder, name), undo, database),
  }
}

/** With owners and modes, which PostgreSQL insists on. */
async function copyFolder(folder: string, name: string): Promise<string> {
  const copy = join(dirname(folder), name)
  await promisify(execFile)('cp', ['-a', folder, copy])
  return copy
}
