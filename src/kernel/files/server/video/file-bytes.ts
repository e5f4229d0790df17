import { open } from 'node:fs/promises'

/** A file read piece by piece, which counts what it read. */
export type FileBytes = {
  readonly size: number
  /** From `start` to before `end`, shorter at the end of the file. */
  read(start: number, end: number): Promise<Uint8Array>
  bytesRead(): number
  close(): Promise<void>
}

export async function openFileBytes(path: string): Promise<FileBytes> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  let total = 0
  return {
    size,
    read: async (start, end) => {
      const length = Math.max(0, Math.min(end, size) - start)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
      total += bytesRead
      return buffer.subarray(0, bytesRead)
    },
    bytesRead: () => total,
    close: () => file.close(),
  }
}
