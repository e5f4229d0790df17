import { rideFile, type Scan } from '#programmes/green-travel/server/testing/ride-files.ts'

type Ride = { readonly voucher: number; readonly counter: number }
type Where = { readonly origin: string; readonly key: string; readonly companyUnit: string }

/** Eight in the morning of the day of the measures, in seconds. */
const MORNING = Date.parse('2026-11-25T08:00:00+08:00') / 1000
const DAY_SECONDS = 50_000

/**
 * Files of one reader, numbered without gaps, half of their lines new and half of them from files before, handed in over HTTP
 * as a company's machine does. A file counts as handed in once the server said so.
 */
export function makeFiles(where: Where, rides: readonly Ride[]) {
  let number = 0
  let used = 0
  let lines = 0
  const handIn = async (length: number) => {
    const fresh = rides.slice(used, used + Math.ceil(length / (number === 0 ? 1 : 2)))
    const again = rides.slice(0, used).slice(-(length - fresh.length) || used)
    const scans = [...fresh, ...again].map(scanOf)
    await send(where, rideFile(scans, { number: number + 1 }))
    number += 1
    used += fresh.length
    lines += scans.length
  }
  return { handIn, handedIn: () => ({ lines, distinct: used }) }
}

const scanOf = ({ voucher, counter }: Ride): Scan => ({
  voucher,
  counter,
  at: new Date((MORNING + ((voucher + counter * 7) % DAY_SECONDS)) * 1000).toISOString(),
})

async function send({ origin, key, companyUnit }: Where, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  const authorization = `Bearer ${key}`
  const named = (value: string) => Buffer.from(value).toString('base64')
  const announced = await fetch(`${origin}/api/files/uploads`, {
    method: 'POST',
    headers: {
      authorization,
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `purpose ${named('ride-scans')},filename ${named('rides.txt')}`,
    },
  })
  const address = new URL(announced.headers.get('location')!, origin)
  await fetch(address, {
    method: 'PATCH',
    headers: {
      authorization,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes,
  })
  const call = async (path: string, body: object) => {
    const answer = await fetch(`${origin}/api/${path}`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
  const fileId = address.pathname.split('/').at(-1)!
  await call('files/finish-upload', { id: fileId })
  await call('green-travel/send-scan-file', { companyUnit, fileId })
}
