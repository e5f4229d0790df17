import type { Bytes } from '../../../verifier/bytes.ts'
import type { DeviceKey } from './device-key.ts'

/** Signing out deletes every database of this name's beginning, and with it the keys. */
const DATABASE = 'zhenyi-green-travel'
const TABLE = 'vouchers'

export type StoredVoucher = {
  readonly number: number
  /** 48 bytes and their signature. */
  readonly signed: Bytes
  readonly privateKey: DeviceKey
  readonly codeSeconds: number
  readonly memberFen: number
  readonly used: readonly number[]
}

export const readVouchers = (): Promise<StoredVoucher[]> => run('readonly', (table) => table.getAll())

export const keepVoucher = (voucher: StoredVoucher): Promise<unknown> =>
  run('readwrite', (table) => table.put(voucher))

export const dropVoucher = (number: number): Promise<unknown> =>
  run('readwrite', (table) => table.delete(number))

async function run<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const request = ask(database.transaction(TABLE, mode).objectStore(TABLE))
      request.onsuccess = () => resolve(request.result as T)
      request.onerror = () => reject(request.error ?? new Error('the voucher was not kept'))
    })
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => void request.result.createObjectStore(TABLE, { keyPath: 'number' })
    request.onerror = () => reject(request.error ?? new Error('this browser keeps nothing'))
    request.onsuccess = () => resolve(request.result)
  })
}
