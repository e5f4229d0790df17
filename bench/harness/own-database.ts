import pg from 'pg'

/** A database of its own beside the one that an address names, dropped in the end. */
export async function makeOwnDatabase(
  address: string,
): Promise<{ readonly address: string; drop(): Promise<void> }> {
  const name = `zhenyi_bench_${process.pid}_${Date.now().toString(36)}`
  await asAdmin(address, `create database ${name}`)
  const own = new URL(address)
  own.pathname = `/${name}`
  return { address: own.href, drop: () => asAdmin(address, `drop database if exists ${name} with (force)`) }
}

async function asAdmin(address: string, statement: string): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
