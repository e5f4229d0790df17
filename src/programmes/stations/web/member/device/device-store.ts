const DATABASE = 'zhenyi-stations'
const VERSION = 2

/** What the phone keeps: reports and visits unsent, pictures by their id, and what is needed without a network. */
export type Shelf = 'unsent' | 'pictures' | 'kept'

let opened: Promise<IDBDatabase> | undefined

/** Runs one request on one shelf. Rejects where IndexedDB is closed, as in some private windows. */
export async function onShelf<T>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  ask: (table: IDBObjectStore) => IDBRequest,
): Promise<T> {
  opened ??= open()
  const database = await opened
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode)
    const request = ask(transaction.objectStore(shelf))
    // Written is what the disk has: a tab may be killed between the request and the end of its transaction.
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onerror = () => reject(transaction.error ?? new Error(`${shelf} was not written`))
    transaction.onabort = () => reject(transaction.error ?? new Error(`${shelf} was not written`))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION)
    request.onupgradeneeded = () => {
      const shelves = request.result.objectStoreNames
      if (!shelves.contains('unsent')) request.result.createObjectStore('unsent', { keyPath: 'key' })
      if (!shelves.contains('pictures')) request.result.createObjectStore('pictures')
      if (!shelves.contains('kept')) request.result.createObjectStore('kept')
    }
    request.onerror = () => reject(request.error ?? new Error('the store was not opened'))
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
