import type { CarriedCard } from '../../types.ts'

/** What a phone keeps of a card: readable here alone, and gone when its owner signs out (`zhenyi…` databases are dropped). */
export type KeptCard = {
  readonly card: Omit<CarriedCard, 'secret'>
  /** Signs the moving code; nothing can read it, this page included. */
  readonly signing: CryptoKey | undefined
}

const DATABASE = 'zhenyi-card'
const STORE = 'card'
const KEY = 'mine'

type Row = {
  readonly locked: CryptoKey
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
  readonly signing: CryptoKey
}

/** Undefined where nothing is kept, or where this browser keeps nothing (a page that is not https, a private window). */
export async function readCard(): Promise<KeptCard | undefined> {
  try {
    const row = await inStore<Row | undefined>('readonly', (store) => store.get(KEY))
    if (row === undefined) return undefined
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.nonce }, row.locked, row.sealed)
    return { card: JSON.parse(new TextDecoder().decode(plain)) as KeptCard['card'], signing: row.signing }
  } catch {
    return undefined
  }
}

/** Keeps a card as it came from the server, its key where no script can read it out again. */
export async function keepCard({ secret, ...card }: CarriedCard): Promise<KeptCard> {
  const signing = await importKey(secret)
  if (signing === undefined) return { card, signing }
  try {
    const locked = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    const nonce = crypto.getRandomValues(new Uint8Array(12))
    const plain = new TextEncoder().encode(JSON.stringify(card))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, locked, plain)
    const row: Row = { locked, nonce, sealed, signing }
    await inStore('readwrite', (store) => store.put(row, KEY))
  } catch {
    // A full or closed storage: the card works as long as this page is open.
  }
  return { card, signing }
}

export async function dropCard(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY)).catch(() => undefined)
}

/** Undefined where the browser signs nothing, as on a page that is not https. */
async function importKey(secret: string): Promise<CryptoKey | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onerror = () => reject(opening.error ?? new Error('the card’s database did not open'))
    opening.onsuccess = () => {
      const database = opening.result
      const request = work(database.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => resolve(request.result as T)
      request.onerror = () => reject(request.error ?? new Error('the card’s database refused'))
      // Held open it would keep the sign-out from dropping it.
      request.transaction!.oncomplete = () => database.close()
    }
  })
}
