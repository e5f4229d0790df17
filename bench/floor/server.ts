import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

/**
 * The floor: what Node and PostgreSQL cost by themselves. A bearer token checked by HMAC, one query of twenty rows
 * on the same table by the same index, JSON. No rights, no total, no check of what comes in or goes out. It is
 * peers/70-http-base.mjs on our schema, so that its rate stands where the recorded one stands.
 */
const { FLOOR_PORT, FLOOR_POOL, FLOOR_DATABASE, FLOOR_KEY = '' } = process.env
const pool = new pg.Pool({ ...JSON.parse(FLOOR_DATABASE ?? '{}'), max: Number(FLOOR_POOL) })

const LIST = `select id, code, version, state, organisation_id as "organisationId", name, adcode, address, longitude,
    latitude, facilities, level, host_unit as "hostUnit", opened_on as "openedOn", updated_at as "updatedAt"
  from stations.station where adcode = $1 and state = 'operating' order by code limit 20`

const server = createServer((request, reply) => {
  if (!isKnown(request.headers.authorization)) return void reply.writeHead(401).end()
  const { searchParams } = new URL(request.url ?? '/', 'http://floor')
  pool.query({ name: 'list', text: LIST, values: [searchParams.get('adcode')] }).then(
    ({ rows }) => {
      const body = JSON.stringify({ rows })
      reply.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      })
      reply.end(body)
    },
    () => reply.writeHead(500).end(),
  )
})

/** `Bearer <name>.<hmac of the name>`. */
function isKnown(authorization: string | undefined): boolean {
  const [name, proof] = authorization?.slice('Bearer '.length).split('.') ?? []
  if (name === undefined || proof === undefined) return false
  const expected = createHmac('sha256', FLOOR_KEY).update(name).digest()
  const given = Buffer.from(proof, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

server.listen(Number(FLOOR_PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
