import { onShelf } from './device-store.ts'

const inMemory = new Map<string, Blob>()

/** Keeps a picture until it is sent. False where the phone has no room: whoever took it must be told. */
export async function keepPicture(id: string, picture: Blob): Promise<boolean> {
  try {
    await onShelf('pictures', 'readwrite', (table) => table.put(picture, id))
    return true
  } catch {
    inMemory.set(id, picture)
    return false
  }
}

export async function readPicture(id: string): Promise<Blob | undefined> {
  const known = inMemory.get(id)
  if (known !== undefined) return known
  return onShelf<Blob | undefined>('pictures', 'readonly', (table) => table.get(id)).catch(() => undefined)
}

export async function dropPicture(id: string): Promise<void> {
  inMemory.delete(id)
  await onShelf('pictures', 'readwrite', (table) => table.delete(id)).catch(() => undefined)
}
