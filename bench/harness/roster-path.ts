import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { RosterFile } from './generated-roster.ts'
import type { OwnCity } from './own-city.ts'

/**
 * What an officer's page does with a roster, over HTTP: the file by tus, the preview waited for, the order to write,
 * the end waited for. Answers the seconds, without the ones that a person would look at the preview.
 */
export async function importOverPage(city: OwnCity, unit: string, file: RosterFile): Promise<number> {
  const began = performance.now()
  const fileId = await sendFile(city, file)
  const { importId } = await post(city, 'membership/start-roster-import', {
    organisationId: unit,
    fileId,
    defaultEmployment: 'delivery-rider',
  })
  const preview = await until(city, importId, 'preview')
  if (preview.tally.new !== file.rows) throw new Error(`not all rows are good: ${JSON.stringify(preview)}`)
  await post(city, 'membership/write-roster-import', { importId })
  const done = await until(city, importId, 'done')
  if (done.rowsWritten !== file.rows) throw new Error(`not all rows were written: ${JSON.stringify(done)}`)
  return (performance.now() - began) / 1000
}

type Import = { state: string; tally: Record<string, number>; rowsWritten: number }

const CHUNK_BYTES = 1024 * 1024

async function sendFile(city: OwnCity, { path, name }: RosterFile): Promise<string> {
  const content = await readFile(path)
  const address = `${city.origin}/api/files/uploads`
  const common = { ...city.officer, origin: city.origin, 'tus-resumable': '1.0.0' }
  const metadata = `purpose ${base64('member-roster')},filename ${base64(name)}`
  const made = await fetch(address, {
    method: 'POST',
    headers: { ...common, 'upload-length': String(content.length), 'upload-metadata': metadata },
  })
  if (made.status !== 201) throw new Error(`the upload was refused: ${await made.text()}`)
  const id = made.headers.get('location')!.split('/').at(-1)!
  for (let from = 0; from < content.length; from += CHUNK_BYTES) {
    const sent = await fetch(`${address}/${id}`, {
      method: 'PATCH',
      headers: {
        ...common,
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
      },
      body: content.subarray(from, from + CHUNK_BYTES),
    })
    if (sent.status !== 204) throw new Error(`a piece was refused: ${sent.status} ${await sent.text()}`)
  }
  await post(city, 'files/finish-upload', { id })
  return id
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

async function post(city: OwnCity, operation: string, input: object): Promise<any> {
  const answer = await fetch(`${city.origin}/api/${operation}`, {
    method: 'POST',
    headers: { ...city.officer, origin: city.origin, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function until(city: OwnCity, importId: string, state: string): Promise<Import> {
  for (;;) {
    const answer = await fetch(`${city.origin}/api/membership/get-roster-import?importId=${importId}`, {
      headers: city.officer,
    })
    const seen = (await answer.json()) as Import
    if (seen.state === state) return seen
    if (!answer.ok || seen.state === 'failed') throw new Error(JSON.stringify(seen))
    await wait(100)
  }
}
