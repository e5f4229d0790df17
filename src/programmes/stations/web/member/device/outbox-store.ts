import type { OutboxItem } from './outbox-item.ts'

const DATABASE = 'zhenyi-stations'
const TABLE = 'unsent'

/** Where IndexedDB is closed (some private windows), unsent reports last as long as the page. */
const inMemory = new Map<string, OutboxItem>()
let opened: Promise<IDBDatabase> | undefined

export async function readUnsent(): Promise<OutboxItem[]> {
  const kept = await run<OutboxItem[]>('readonly', (table) => table.getAll()).catch(() => [])
  return [...new Map([...kept, ...inMemory.values()].map((item) => [item.key, item])).values()]
}

export async function keepUnsent(item: OutboxItem): Promise<void> {
  await run('readwrite', (table) => table.put(item)).catch(() => void inMemory.set(item.key, item))
}

export async function dropUnsent(key: string): Promise<void> {
  inMemory.delete(key)
  await run('readwrite', (table) => table.delete(key)).catch(() => undefined)
}

export async function dropAllUnsent(): Promise<void> {
  inMemory.clear()
  await run('readwrite', (table) => table.clear()).catch(() => undefined)
}

async function run<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest): Promise<T> {
  opened ??= open()
  const database = await opened
  return new Promise((resolve, reject) => {
    const request = ask(database.transaction(TABLE, mode).objectStore(TABLE))
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(request.error ?? new Error('the queue was not written'))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => void request.result.createObjectStore(TABLE, { keyPath: 'key' })
    request.onerror = () => reject(request.error ?? new Error('the queue was not opened'))
    request.onsuccess = () => {
      // Signing out deletes the database and must not wait for this page; the next use opens a new one.
      const forget = () => {
        request.result.close()
        opened = undefined
      }
      request.result.onversionchange = forget
      request.result.onclose = forget
      resolve(request.result)
    }
  })
}
