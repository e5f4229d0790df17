import { onShelf } from './device-store.ts'
import type { OutboxItem } from './outbox-item.ts'

/** Where IndexedDB is closed (some private windows), what is unsent lasts as long as the page. */
const inMemory = new Map<string, OutboxItem>()

export async function readUnsent(): Promise<OutboxItem[]> {
  const kept = await onShelf<OutboxItem[]>('unsent', 'readonly', (table) => table.getAll()).catch(() => [])
  return [...new Map([...kept, ...inMemory.values()].map((item) => [item.key, item])).values()]
}

export async function keepUnsent(item: OutboxItem): Promise<void> {
  await onShelf('unsent', 'readwrite', (table) => table.put(item)).catch(
    () => void inMemory.set(item.key, item),
  )
}

export async function dropUnsent(key: string): Promise<void> {
  inMemory.delete(key)
  await onShelf('unsent', 'readwrite', (table) => table.delete(key)).catch(() => undefined)
}
