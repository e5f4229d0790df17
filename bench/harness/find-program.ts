import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program lies: on PATH, or in one of these folders. Undefined where it is not installed. */
export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  const candidates = [...(process.env['PATH'] ?? '').split(delimiter), ...folders]
  return candidates.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
