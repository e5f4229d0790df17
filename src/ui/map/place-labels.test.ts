import { expect, it } from 'vitest'
import { placeLabels } from './place-labels.ts'

const at = (text: string, x: number, y: number, rank = 2) => ({ text, x, y, rank })
const marker = (x: number, y: number) => ({ x, y }) as Parameters<typeof placeLabels>[1][number]
const written = (labels: ReturnType<typeof at>[], markers = [] as ReturnType<typeof marker>[]) =>
  placeLabels(labels, markers, 1, 4).map(({ text, y }) => `${text} ${y}`)

it('two names at one place do not lie over each other: the weightier stays, the lesser moves', () => {
  expect(written([at('中兴路', 100, 100), at('新华区', 110, 104, 1)])).toEqual(['新华区 104', '中兴路 68'])
})

it('a lesser name without room is left out, one of rank 1 is written all the same', () => {
  const crowd = [-60, -32, 0, 36].map((dy) => marker(100, 100 + dy))
  expect(written([at('中兴路', 100, 100)], crowd)).toEqual([])
  expect(written([at('新华区', 100, 100, 1)], crowd)).toEqual(['新华区 100'])
})

it('names apart stay where they are', () => {
  expect(written([at('开源路', 0, 0), at('凌云路', 60, 0)])).toEqual(['开源路 0', '凌云路 0'])
})
