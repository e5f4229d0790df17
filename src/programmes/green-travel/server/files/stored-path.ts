import { join } from 'node:path'

/** Where the kernel's files keep the bytes of an id (`filesFolder` is theirs). */
export const storedPath = (folder: string, id: string): string => join(folder, id.slice(-2), id)
