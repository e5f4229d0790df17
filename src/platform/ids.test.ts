import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids are of version 7, in the order of their moments, and never repeat', () => {
  const began = Date.UTC(2026, 10, 23)
  const ids = Array.from({ length: 3_000 }, (_, index) => newId(began + index))
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
  expect(Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(began)
  expect(new Set(ids.map((id) => id.slice(14))).size).toBe(ids.length)
})
