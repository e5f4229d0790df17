import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readRevokedList, verifyCode, type ReaderMemory } from './verify-code.ts'

/** `ride-code verify`: what a reader does, for whoever builds one. It needs no server, no database and no network. */
const usage = `ride-code verify <text of the code, or - for standard input> --keys <file>
    --keys <file>       {"keys":[{"no":1,"publicKey":"<base64>"}]}, as green-travel.verification-keys answers
    --revoked <file>    list of revoked vouchers, as green-travel.revoked-vouchers answers
    --at <moment>       the reader's clock, such as 2026-11-23T08:00:00+08:00; now where it is not given
    --seconds <n>       how long a code is good (60)      --tolerance <n>  how far clocks may be apart (60)
Answers one line of JSON; ends with 0 for a good code, 1 for one that is refused, 2 where it was called wrongly.
`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      revoked: { type: 'string' },
      at: { type: 'string' },
      seconds: { type: 'string', default: '60' },
      tolerance: { type: 'string', default: '60' },
    },
  })
  const [verb, given] = positionals
  if (verb !== 'verify' || given === undefined || values.keys === undefined) return called(usage)
  const keys = readKeys(values.keys)
  const revoked = await revokedOf(values.revoked, keys)
  if (revoked === undefined)
    return called('the list of revoked vouchers is not signed by one of these keys\n')
  const now = values.at === undefined ? Date.now() : Date.parse(values.at)
  if (Number.isNaN(now)) return called(`not a moment: ${values.at}\n`)
  const text = (given === '-' ? readFileSync(0, 'utf8') : given).trim()
  const memory = {
    keys,
    revoked,
    seen: new Set<string>(),
    codeSeconds: Number(values.seconds),
    clockToleranceSeconds: Number(values.tolerance),
  }
  const verdict = await verifyCode(text, memory, Math.floor(now / 1000))
  const { good } = verdict
  const said = good
    ? {
        good,
        voucher: verdict.voucher.number,
        counter: verdict.counter,
        at: new Date(verdict.at * 1000).toISOString(),
      }
    : verdict
  process.stdout.write(`${JSON.stringify(said)}\n`)
  return good ? 0 : 1
}

function called(wrongly: string): number {
  process.stderr.write(wrongly)
  return 2
}

function readKeys(file: string): ReaderMemory['keys'] {
  const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: { no: number; publicKey: string }[] }
  return new Map(keys.map(({ no, publicKey }) => [no, new Uint8Array(Buffer.from(publicKey, 'base64'))]))
}

async function revokedOf(
  file: string | undefined,
  keys: ReaderMemory['keys'],
): Promise<ReadonlySet<number> | undefined> {
  if (file === undefined) return new Set()
  const list = await readRevokedList(new Uint8Array(readFileSync(file)), keys)
  return list === undefined ? undefined : new Set(list.numbers)
}

process.exitCode = await main()
