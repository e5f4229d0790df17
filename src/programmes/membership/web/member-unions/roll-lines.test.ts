import { expect, test } from 'vitest'
import { readRoll } from './roll-lines.ts'

const NUMBER = '410499198502011009'

test.each([
  [`王小明\t${NUMBER}\t12000000001`],
  [`王小明，${NUMBER}，12000000001`],
  [`12000000001 王小明 ${NUMBER}`],
  [`１２０００００００01,王小明,${NUMBER}`],
])('%j is one person', (line) => {
  expect(readRoll(line).good).toEqual([
    { line: 1, name: '王小明', documentNumber: NUMBER, phone: '12000000001' },
  ])
})

test('a line without a name or a number is named, empty ones are nobody', () => {
  const read = readRoll(`\n王小明\n阿依古丽·买买提 ${NUMBER.slice(0, 17)}x\n${NUMBER}\n`)
  expect(read.short).toEqual([2, 4])
  expect(read.good).toMatchObject([
    { line: 3, name: '阿依古丽·买买提', documentNumber: '41049919850201100X' },
  ])
})
