// Writes a ride file and the vouchers it rides on, from docs/ride-files.md and docs/ride-code.md alone: nothing of src is used, so
// that our reader is tried by another writer. Usage: node write-ride-file.mjs FOLDER LINES [READER] [FIRST_SECOND] [FILE_NUMBER]
// Gives rides.txt, vouchers.csv (voucher, device key in hex, rides on that day), reader.json (private and public key).
import { createHash, generateKeyPairSync, randomInt, sign } from 'node:crypto'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'

const RIDES_A_VOUCHER = 4
const DEVICES = 500
/** From six in the morning to ten at night. */
const DAY_SECONDS = 57_600

const rawPublic = (key) => key.export({ type: 'spki', format: 'der' }).subarray(-32)

/** A device's signature over one code: "ZYR1", the voucher's number in 7 bytes, the counter in 1, the time in 4. */
function signCode(key, voucher, counter, at) {
  const message = Buffer.alloc(16)
  message.write('ZYR1', 0, 'latin1')
  message.writeUIntBE(Math.floor(voucher / 2 ** 32), 4, 3)
  message.writeUInt32BE(voucher % 2 ** 32, 7)
  message.writeUInt8(counter, 11)
  message.writeUInt32BE(at, 12)
  return sign(null, message, key).toString('base64url')
}

/** Months since January 2020, in the city's zone (UTC+8). */
function monthOf(second) {
  const day = new Date((second + 8 * 3600) * 1000)
  return (day.getUTCFullYear() - 2020) * 12 + day.getUTCMonth()
}

/** month << 40 | bucket << 34 | 34 bits of the maker's own: unique, for the serial stands in them. */
function voucherNumber(month, group) {
  const bucket = group % 64
  const within = Math.floor(group / 64) * 65_536 + randomInt(65_536)
  return (month * 64 + bucket) * 2 ** 34 + within
}

// A phone makes a key for each voucher; making 250,000 pairs would take longer than everything else here.
const devicesOf = () =>
  Array.from({ length: DEVICES }, () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    return { privateKey, hex: rawPublic(publicKey).toString('hex') }
  })

function* linesOf({ from, to, count, firstSecond }) {
  const month = monthOf(firstSecond)
  const devices = devicesOf()
  let voucher
  let device
  for (let line = from; line <= to; line++) {
    const ride = (line - 1) % RIDES_A_VOUCHER
    const group = Math.floor((line - 1) / RIDES_A_VOUCHER)
    let grant = ''
    if (ride === 0) {
      voucher = voucherNumber(month, group)
      device = devices[group % DEVICES]
      grant = `${voucher},${device.hex},${RIDES_A_VOUCHER}\n`
    }
    const at = firstSecond + Math.floor(((line - 1) * DAY_SECONDS) / count)
    const code = signCode(device.privateKey, voucher, ride + 1, at)
    yield [`${line},${voucher},${ride + 1},${at},${at + 2},${1 + (group % 30)},100,${code}\n`, grant]
  }
}

if (!isMainThread) {
  let lines = []
  let grants = []
  for (const [line, grant] of linesOf(workerData)) {
    lines.push(line)
    grants.push(grant)
    if (lines.length < 5000) continue
    parentPort.postMessage([lines.join(''), grants.join('')])
    lines = []
    grants = []
  }
  parentPort.postMessage([lines.join(''), grants.join('')])
  parentPort.postMessage(null)
} else {
  const [folder, countText, reader = 'R0001', first = '1781992800', number = '1'] = process.argv.slice(2)
  const count = Number(countText)
  mkdirSync(folder, { recursive: true })
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const rides = createWriteStream(join(folder, 'rides.txt'))
  const vouchers = createWriteStream(join(folder, 'vouchers.csv'))
  const digest = createHash('sha256')
  const put = (text) => {
    digest.update(text)
    return rides.write(text) ? undefined : once(rides, 'drain')
  }
  await put(`#zhenyi-rides,1,${reader},${number},${Number(first) + 60_000}\n`)
  // The halves are made at once and written one after the other.
  const half = Math.ceil(count / 2 / RIDES_A_VOUCHER) * RIDES_A_VOUCHER
  const parts = [
    [1, half],
    [half + 1, count],
  ]
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => {
      const worker = new Worker(fileURLToPath(import.meta.url), {
        workerData: { from, to, count, firstSecond: Number(first) },
      })
      const waiting = []
      let wake = () => {}
      worker.on('message', (piece) => (waiting.push(piece), wake()))
      return async () => {
        for (;;) {
          while (waiting.length === 0) await new Promise((resolve) => (wake = resolve))
          const piece = waiting.shift()
          if (piece === null) return
          await put(piece[0])
          vouchers.write(piece[1])
        }
      }
    })
  for (const part of parts) await part()
  const signature = sign(null, Buffer.concat([Buffer.from('zhenyi-rides-1\0'), digest.digest()]), privateKey)
  rides.end(`#end,${count},${signature.toString('base64url')}\n`)
  vouchers.end()
  await Promise.all([once(rides, 'finish'), once(vouchers, 'finish')])
  writeFileSync(
    join(folder, 'reader.json'),
    JSON.stringify({
      reader,
      publicHex: rawPublic(publicKey).toString('hex'),
      privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    }),
  )
}
