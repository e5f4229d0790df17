import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newKeys, readConfig } from './config.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'zhenyi-config-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function keysFile(content: string): string {
  const file = join(folder(), 'keys.json')
  writeFileSync(file, content)
  return file
}

const production = () => ({
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://zhenyi.example/',
  KEYS_FILE: keysFile(JSON.stringify(newKeys())),
  SMS_ADAPTER: 'http',
  SMS_HTTP_URL: 'https://sms.example/send',
  SMS_HTTP_TOKEN: 'token',
})

describe('production', () => {
  test('starts with keys, an address and an SMS adapter', () => {
    expect(readConfig(production())).toMatchObject({ production: true, publicUrl: 'https://zhenyi.example' })
  })

  test.each(['PUBLIC_URL', 'KEYS_FILE', 'SMS_ADAPTER', 'SMS_HTTP_URL', 'SMS_HTTP_TOKEN'])(
    'is refused without %s, by its name',
    (name) => {
      expect(() => readConfig({ ...production(), [name]: '' })).toThrow(`${name}:`)
    },
  )

  test('is refused with a demo city', () => {
    expect(() => readConfig({ ...production(), CITY_DATA: 'demo' })).toThrow('CITY_DATA:')
  })
})

describe('a file of keys', () => {
  const read = (content: string) => () => readConfig({ KEYS_FILE: keysFile(content) })

  test('that is no JSON is refused, and not quoted', () => {
    expect(read('{"blindIndex": c2VjcmV0}')).toThrow('is not JSON')
    expect(read('{"blindIndex": c2VjcmV0}')).not.toThrow('c2V')
  })

  test('whose current key is not in it is refused', () => {
    expect(read(JSON.stringify({ ...newKeys(), current: 'k9' }))).toThrow('KEYS_FILE current')
  })
})
