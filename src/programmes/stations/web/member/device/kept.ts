import { onShelf } from './device-store.ts'

const inMemory = new Map<string, unknown>()

/** Keeps something under a name on this phone, for when there is no network. Signing out takes it away. */
export async function keep(name: string, value: unknown): Promise<void> {
  inMemory.set(name, value)
  await onShelf('kept', 'readwrite', (table) => table.put(value, name)).catch(() => undefined)
}

export async function readKept<T>(name: string): Promise<T | undefined> {
  const kept = await onShelf<T | undefined>('kept', 'readonly', (table) => table.get(name)).catch(
    () => undefined,
  )
  return kept ?? (inMemory.get(name) as T | undefined)
}

export async function dropKept(name: string): Promise<void> {
  inMemory.delete(name)
  await onShelf('kept', 'readwrite', (table) => table.delete(name)).catch(() => undefined)
}
