import { describe, expect, it } from 'vitest'
import { compareValues } from './compare-values.ts'
import { rowsToText } from './rows-to-text.ts'
import type { DataColumn } from './table-types.ts'

type Row = { name: string; seats: number | null }
const columns: DataColumn<Row>[] = [
  { id: 'name', header: '名称', value: ({ name }) => name },
  { id: 'seats', header: '座位', value: ({ seats }) => seats },
]

describe('rowsToText', () => {
  it('writes heads and rows with tabs', () => {
    expect(rowsToText(columns, [{ name: '东风路', seats: 12 }])).toBe('名称\t座位\n东风路\t12')
  })

  it('keeps one record on one line', () => {
    expect(rowsToText(columns, [{ name: '东风\n路\t店', seats: null }]).split('\n')).toHaveLength(2)
  })

  it('does not let a name run as a formula, and leaves negative numbers alone', () => {
    const text = rowsToText(columns, [{ name: '=HYPERLINK("x")', seats: -3 }])
    expect(text).toContain(`'=HYPERLINK`)
    expect(text).toContain('\t-3')
  })
})

describe('compareValues', () => {
  it('sorts Chinese by pinyin and numbers in names by size', () => {
    expect(['叶县', '宝丰', '郏县'].sort(compareValues)).toEqual(['宝丰', '郏县', '叶县'])
    expect(['10号', '9号'].sort(compareValues)).toEqual(['9号', '10号'])
  })

  it('puts what is not known first', () => expect([3, null, 1].sort(compareValues)).toEqual([null, 1, 3]))
})
