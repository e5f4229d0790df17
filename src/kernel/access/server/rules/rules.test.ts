import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { phone } from '../../shapes.ts'
import { limitReached } from './code-limits.ts'
import { deviceName } from './device-name.ts'
import { covers, permissionsNotHeld } from './may-give.ts'

const label = fc.stringMatching(/^[0-9a-f]{4}$/)
const path = fc.array(label, { maxLength: 4 }).map((labels) => ['root', ...labels].join('.'))

describe('permissionsNotHeld', () => {
  it('never lets a giver pass on what they hold only elsewhere', () => {
    fc.assert(
      fc.property(path, path, fc.constantFrom('a', 'b'), (unit, at, permission) => {
        const missing = permissionsNotHeld(['a', 'b'], [{ permission, unit }], at)
        expect(missing.includes(permission)).toBe(!`${at}.`.startsWith(`${unit}.`))
        expect(missing).toContain(permission === 'a' ? 'b' : 'a')
      }),
    )
  })

  it('does not take a like beginning for a unit above', () => {
    expect(covers('root.ab', 'root.abc')).toBe(false)
    expect(covers('root.ab', 'root.ab.c')).toBe(true)
  })
})

describe('phone', () => {
  it.each(['138 0000 0000', '+8613800000000', '１３８００００００００', '138-0000-0000', '008613800000000'])(
    'reads %s',
    (typed) => {
      expect(phone.parse(typed)).toBe('13800000000')
    },
  )

  it.each(['12800000000', '1380000000', '138000000000', 'abc', ''])('refuses %s', (typed) => {
    expect(phone.safeParse(typed).success).toBe(false)
  })
})

describe('limitReached', () => {
  const none = { secondsSinceLast: null, phoneHour: 0, phoneDay: 0, addressHour: 0 }

  it('lets the first through and says how long the next waits', () => {
    expect(limitReached(none)).toBeUndefined()
    expect(limitReached({ ...none, secondsSinceLast: 60 })).toBeUndefined()
    expect(limitReached({ ...none, secondsSinceLast: 18.4 })?.zh).toBe('请在42秒后再获取验证码。')
  })
})

describe('deviceName', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari MicroMessenger/8.0',
      '微信 · Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140',
      'Edge · Windows',
    ],
    ['curl/8', ''],
  ])('tells %s', (agent, name) => expect(deviceName(agent)).toBe(name))
})
