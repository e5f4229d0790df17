import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyCheck, creditCheck, creditCodeProblem } from './credit-code.ts'
import { creditCodeFixes } from './credit-code-fixes.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const character = fc.constantFrom(...ALPHABET)
const text = (length: number) =>
  fc.array(character, { minLength: length, maxLength: length }).map((all) => all.join(''))

/** A code with both of its checks right. */
const goodCode = (registrar: string) =>
  fc.tuple(fc.integer({ min: 110_000, max: 659_999 }), text(8)).map(([region, body]) => {
    const first17 = `${registrar}${region}${body}${bodyCheck(body)}`
    return `${first17}${creditCheck(first17)}`
  })

test.each(['91350100M000100Y43', '91110000600037341L', '81410400MC0000012N'])(
  'published vector %s is good',
  (code) => {
    expect(creditCodeProblem(code)).toBeUndefined()
  },
)

test.each(['A1', 'N2', 'Y3', '11'])('registrar %s is accepted', (registrar) => {
  fc.assert(fc.property(goodCode(registrar), (code) => creditCodeProblem(code) === undefined))
})

test('any one wrong character is noticed', () => {
  fc.assert(
    fc.property(goodCode('81'), fc.nat(17), character, (code, at, other) => {
      fc.pre(other !== code[at])
      const wrong = `${code.slice(0, at)}${other}${code.slice(at + 1)}`
      expect(creditCodeProblem(wrong)).toBeDefined()
    }),
  )
})

test('each of the two checks is told apart from the other', () => {
  const first17 = '81410400MC0000012'
  const bodyWrong = `${first17.slice(0, 16)}3`
  expect(creditCodeProblem(`${bodyWrong}${creditCheck(bodyWrong)}`)?.reason.en).toContain('Character 17')
  expect(creditCodeProblem(`${first17}P`)?.reason.en).toContain('Character 18')
  expect(creditCodeProblem(`${bodyWrong}P`)?.reason.en).toContain('Neither')
})

test('a grassroots union has a code of its own, which begins with 81', () => {
  expect(creditCodeProblem('91350100M000100Y43', 'grassroots-union')?.reason.zh).toContain('81')
  expect(creditCodeProblem('91350100M000100Y43', 'joint-union')?.reason.zh).toContain('81')
  expect(creditCodeProblem('91350100M000100Y43', 'host-unit')).toBeUndefined()
})

test.each(['', '81410400MC000001', '81410400MCO000012N', '81410400mc0000012n'])(
  '%j has not the shape',
  (code) => {
    expect(creditCodeProblem(code)?.reason.zh).toContain('18位')
  },
)

test('a letter that no code has is named by its place, and the code that was meant is offered', () => {
  const problem = creditCodeProblem('8I41O4OOMCOO0O0I2N')!
  expect(problem.reason.zh).toContain('第2位“I”')
  expect(problem.accepted?.zh).toContain('81410400MC0000012N')
})

test('one lookalike or two swapped neighbours in a good code are offered back', () => {
  const pairs = ['0D', '0Q', '1L', '17', '6G', '8B', '38', 'CG', 'MN']
  fc.assert(
    fc.property(goodCode('91'), fc.nat(17), (code, at) => {
      const pair = pairs.find((one) => one.includes(code[at]!))
      fc.pre(pair !== undefined)
      const other = pair!.replace(code[at]!, '')[0]!
      const wrong = `${code.slice(0, at)}${other}${code.slice(at + 1)}`
      const offered = creditCodeFixes(wrong, (candidate) => candidate === code)
      expect(offered).toEqual([code])
    }),
  )
  fc.assert(
    fc.property(goodCode('91'), fc.nat(16), (code, at) => {
      fc.pre(code[at] !== code[at + 1])
      const wrong = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`
      expect(creditCodeFixes(wrong, (candidate) => candidate === code)).toEqual([code])
    }),
  )
})
