import { expect, test } from 'vitest'
import { readDocument } from './document.ts'
import { maskDocument, maskName, maskPhone } from './masks.ts'
import { readPersonName } from './person-name.ts'
import { readPhone } from './phone.ts'

test.each([
  ['张伟', '张伟'],
  [' 张　伟 ', '张伟'],
  ['阿依古丽•买买提', '阿依古丽·买买提'],
  ['扎西.多吉', '扎西·多吉'],
  ['李㛃', '李㛃'],
  ['张𬀩', '张𬀩'],
  ['Ｍａｒｉａ　Lopez', 'Maria Lopez'],
  ['买买提江·阿不都热合曼·吐尔逊尼亚孜汗哈', '买买提江·阿不都热合曼·吐尔逊尼亚孜汗哈'],
])('%j is kept as %j', (typed, kept) => {
  expect(readPersonName(typed).good).toBe(kept)
})

test.each(['', '张', '张3', '张伟·', '@', '一二三四五六七八九十一二三四五六七八九十一', '张\uE000'])(
  '%j is no name',
  (typed) => {
    expect(readPersonName(typed).problem?.field).toBe('name')
  },
)

test('rare characters are not exchanged for their common forms', () => {
  // U+F9DC is the compatibility form of 隆 (U+9686); normalising would make two people one.
  expect(readPersonName('王\uF9DC').good).toBe('王\uF9DC')
})

test('masks keep the ends and the length of a number, and of a name only its first letter', () => {
  expect(maskDocument('resident-id', '410402198001011234')).toBe('4104**********1234')
  expect(maskDocument('passport', 'E12345678')).toBe('E******78')
  expect(maskPhone('13812345678')).toBe('138****5678')
  expect([maskName('张伟'), maskName('𬀩文'), maskName('买买提江·阿不都')]).toEqual(['张*', '𬀩*', '买**'])
})

test('the count of re-issues is no part of a permit', () => {
  const at = { today: '2026-11-23', demo: false }
  expect(readDocument('hk-macao-permit', 'h1234567801', at).good?.number).toBe('H12345678')
  expect(readDocument('taiwan-permit', '0123456789', at).good?.number).toBe('01234567')
  expect(readDocument('passport', 'e 1234 5678', at).good?.number).toBe('E12345678')
  expect(readDocument('passport', '?', at).problem?.field).toBe('documentNumber')
})

test.each([
  ['+86 138-1234-5678', '13812345678'],
  ['１３８１２３４５６７８', '13812345678'],
  ['12010000001', '12010000001'],
  ['11012345678', undefined],
  ['0375-1234567', undefined],
])('phone %j is %j', (typed, kept) => {
  expect(readPhone(typed)).toBe(kept)
})
