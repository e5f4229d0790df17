import pg from 'pg'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'

/*
 * A server for the tests to kill: serves the data folder named as its argument, writes numbered rows one commit after
 * another and prints each number only once it is acknowledged. With `idle` it serves without writing.
 */
const [dataFolder = '', idle] = process.argv.slice(2)
try {
  const database = await startEmbeddedPostgres({ dataFolder, mode: 'serve' })
  const client = new pg.Client(database.owner)
  // The database may stop while a row is under way; that row was never acknowledged.
  client.on('error', () => {})
  await client.connect()
  await client.query('create table if not exists written (number int primary key)')
  console.log(`ready ${process.pid} ${database.owner.host}`)
  for (let number = 1; idle === undefined; number += 1) {
    await client.query('insert into written values ($1)', [number])
    console.log(`written ${number}`)
  }
} catch (error) {
  console.log(`failed ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
