import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicKeyOf } from './public-key.ts'

test('a key is the same in base64, base64url and hexadecimal, with or without spaces', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const key = Buffer.from(bytes)
      const base64 = key.toString('base64')
      expect(publicKeyOf(base64)).toBe(base64)
      expect(publicKeyOf(` ${key.toString('base64url')}\n`)).toBe(base64)
      expect(publicKeyOf(key.toString('hex').replace(/(.{8})/g, '$1 '))).toBe(base64)
    }),
    { numRuns: 50 },
  )
})

test('what is no key of 32 bytes is none', () => {
  for (const text of ['', 'abc', 'ab'.repeat(31), 'ab'.repeat(33), 'A'.repeat(42), `${'A'.repeat(42)}B`])
    expect(publicKeyOf(text)).toBeUndefined()
})
