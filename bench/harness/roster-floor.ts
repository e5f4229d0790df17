import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { residentIdCheck } from '#kernel/people/index.ts'
import { rosterHeadings } from './generated-roster.ts'

/**
 * The two things that our import is held against, on the same database and the same bytes. The floor is
 * peers/60-import.mjs on this file: parsed, check digit, one HMAC, one AES, COPY to a staging table, one insert into
 * one table with two keys, one commit. No HTTP, no rights, no preview, no history, nothing that could go on after a crash.
 */
export type RosterFloor = {
  /** Seconds. */
  readonly rawCopy: (path: string) => Promise<number>
  readonly floor: (path: string) => Promise<number>
  readonly end: () => Promise<void>
}

const place = (heading: string) => rosterHeadings.indexOf(heading)
const NUMBER = place('身份证号码')

export async function openRosterFloor(owner: pg.ClientConfig): Promise<RosterFloor> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`create schema bench;
    create table bench.raw (${rosterHeadings.map((_, at) => `c${at} text`).join(', ')}, primary key (c${NUMBER}));
    create table bench.member (member_id bigint generated always as identity primary key, union_code text not null,
      name text not null, phone text, joined date, id_bidx bytea not null unique, id_enc bytea not null);
    create unlogged table bench.staged (seq int, union_code text, name text, phone text, joined date, id_bidx bytea,
      id_enc bytea)`)
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  return {
    rawCopy: async (path) => {
      await client.query('truncate bench.raw')
      return timed(() =>
        pipeline(
          createReadStream(path, { highWaterMark: 1 << 20 }),
          client.query(copyFrom('copy bench.raw from stdin with (format csv, header true)')),
        ),
      )
    },
    floor: async (path) => {
      await client.query('truncate bench.member restart identity; truncate bench.staged')
      return timed(() => importBare(client, path))
    },
    end: () => client.end(),
  }
}

const hmacKey = randomBytes(32)
const aesKey = randomBytes(32)

async function importBare(client: pg.Client, path: string): Promise<void> {
  const rows = parse(await readFile(path)) as string[][]
  const seen = new Set<string>()
  function* lines(): Generator<string> {
    let chunk: string[] = []
    for (let at = 1; at < rows.length; at++) {
      const row = rows[at]!
      const number = row[NUMBER]!
      if (residentIdCheck(number.slice(0, 17)) !== number[17]) continue
      const index = createHmac('sha256', hmacKey).update(number).digest('hex')
      if (seen.has(index)) continue
      seen.add(index)
      const cells = [
        at,
        row[place('所属工会')],
        row[place('姓名')],
        row[place('手机号码')],
        row[place('入会日期')],
      ]
      chunk.push(`${cells.join('\t')}\t\\\\x${index}\t\\\\x${sealed(number).toString('hex')}\n`)
      if (chunk.length < 2_000) continue
      yield chunk.join('')
      chunk = []
    }
    if (chunk.length > 0) yield chunk.join('')
  }
  await client.query('begin')
  await pipeline(Readable.from(lines()), client.query(copyFrom('copy bench.staged from stdin')))
  await client.query(`insert into bench.member (union_code, name, phone, joined, id_bidx, id_enc)
    select union_code, name, phone, joined, id_bidx, id_enc from bench.staged order by seq on conflict (id_bidx) do nothing`)
  await client.query('commit')
}

function sealed(text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', aesKey, nonce)
  const body = cipher.update(text, 'utf8')
  cipher.final()
  return Buffer.concat([nonce, body, cipher.getAuthTag()])
}
