import { describe, expect, it } from 'vitest'
import type { ImportProblem } from '../types.ts'
import { templateCsv } from './roster-fields.ts'
import { cellOf, changedCells, fixesOf, hasFix, sortedProblems } from './row-view.ts'

const text = (zh: string) => ({ zh, en: zh })
const problem = (field: string, severity: ImportProblem['severity'], fix?: string): ImportProblem => ({
  field,
  code: `${field}-x`,
  value: '',
  severity,
  reason: text(field),
  ...(fix !== undefined && { fix: { label: text(fix), value: fix } }),
})

describe('a row of an import', () => {
  const row = {
    problems: [
      problem('hours', 'note'),
      problem('coordinates', 'confirm', '113.3,33.7'),
      problem('coordinates', 'error', '113.4,33.8'),
      problem('district', 'error', '湛河区'),
    ],
  }

  it('takes the first fix of each field, so that two never fight over a cell', () => {
    expect(fixesOf(row)).toEqual({ coordinates: '113.3,33.7', district: '湛河区' })
    expect(hasFix(row)).toBe(true)
    expect(hasFix({ problems: [problem('hours', 'error')] })).toBe(false)
  })

  it('shows first what keeps it out', () => {
    expect(sortedProblems(row).map(({ severity }) => severity)).toEqual(['error', 'error', 'confirm', 'note'])
  })

  it('finds the person’s own cell under whatever heading it stands', () => {
    const columns = [
      { heading: '驿站名称', field: 'name' },
      { heading: '备注', field: null },
    ]
    expect(cellOf({ cells: { 驿站名称: '站' } }, columns, 'name')).toBe('站')
    expect(cellOf({ cells: { 驿站名称: '站' } }, columns, 'hours')).toBe('')
  })

  it('sends only the cells that were changed', () => {
    expect(changedCells({ a: '1', b: '2' }, { a: '1', b: '3', c: '', d: '4' })).toEqual({ b: '3', d: '4' })
    expect(changedCells({ a: '1' }, { a: '' })).toEqual({ a: '' })
  })
})

describe('the template', () => {
  it('is two lines of as many cells, readable as UTF-8 by a spreadsheet', () => {
    const [head = '', example = '', ...rest] = templateCsv().split('\r\n')
    expect(head.startsWith('\uFEFF"')).toBe(true)
    expect(head.split('","')).toHaveLength(example.split('","').length)
    expect(rest).toEqual([''])
  })
})
