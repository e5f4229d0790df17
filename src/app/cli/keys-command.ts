import { existsSync, writeFileSync } from 'node:fs'
import { newKeys } from '#platform/config.ts'
import { Failure } from '#platform/failures.ts'

/** Writes a new key file, readable by its owner alone. Never overwrites one: lost keys are lost records. */
export function createKeys(file: string | undefined): string {
  if (file === undefined) {
    throw new Failure(422, 'missing-file', {
      zh: '请给出密钥文件的路径。',
      en: 'Give the path of the key file.',
    })
  }
  if (existsSync(file)) {
    throw new Failure(409, 'file-exists', {
      zh: `${file} 已存在，不会覆盖。`,
      en: `${file} exists already and is not overwritten.`,
    })
  }
  writeFileSync(file, `${JSON.stringify(newKeys(), null, 2)}\n`, { mode: 0o600 })
  return file
}
