import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Failure } from './failures.ts'
import { parseInput } from './input.ts'

const shape = z.strictObject({
  name: z.string().min(2).max(4),
  count: z.number().int().min(1),
  day: z.iso.date(),
  kind: z.enum(['long', 'short']),
  files: z.array(z.string()).min(1),
})
const good = { name: '韩县', count: 1, day: '2026-11-28', kind: 'long', files: ['a'] }

const problemsOf = (over: object) => {
  try {
    parseInput(shape, { ...good, ...over })
    return []
  } catch (error) {
    return (error as Failure).problems.map(({ field, reason }) => `${field}: ${reason.zh} ${reason.en}`)
  }
}

it.each([
  [{ name: undefined }, 'name: 请填写。 Fill this in.'],
  [{ name: 7 }, 'name: 这里要填文字。 Give a text.'],
  [{ name: '韩' }, 'name: 至少2个字。 At least 2 characters.'],
  [{ name: '韩县干部同志' }, 'name: 最多4个字。 At most 4 characters.'],
  [{ count: 0 }, 'count: 不能小于1。 Not less than 1.'],
  [{ count: 1.5 }, 'count: 这里要填整数。 Give a whole number.'],
  [{ day: '11/28' }, 'day: 日期请写成 2026-11-28 的样子。 Write the day as 2026-11-28.'],
  [{ kind: 'wide' }, 'kind: 只能是：long、short。 One of: long, short.'],
  [{ files: [] }, 'files: 请填写。 Fill this in.'],
  [{ colour: 1 }, ': 没有这一项：colour。 There is no such field: colour.'],
])('%o is told in words that a person understands', (over, told) => expect(problemsOf(over)).toEqual([told]))
