import { expect, test } from 'vitest'

import { normaliseHeading } from '#platform/tabular/clean-text.ts'

import { facilities, parseFacilities } from './facilities.ts'

test.each([
  [
    '饮水机、空调、微波炉、应急医药箱、书报架、充电器',
    ['water', 'air-conditioner', 'microwave', 'charging', 'first-aid', 'books'],
    [],
  ],
  ['饮水机2台，休息座椅（6把）；Wi-Fi/厕所', ['water', 'seats', 'toilet', 'wifi'], []],
  ['免费WIFI 热水 暖气和风扇等设施', ['hot-water', 'heating', 'fan', 'wifi'], []],
  [
    '冰箱\n雨伞\n针线包\n血压计\n母婴室',
    ['blood-pressure', 'fridge', 'umbrella', 'sewing', 'mother-baby'],
    [],
  ],
  ['空调、台球桌、空调', ['air-conditioner'], ['台球桌']],
  ['', [], []],
])('%j', (written, known, unknown) => {
  const read = parseFacilities(written)
  expect(new Set(read.known)).toEqual(new Set(known))
  expect(read.unknown).toEqual(unknown)
})

test('no word names two facilities, and every facility is named by its own words', () => {
  const words = facilities.flatMap(({ id, text, aliases }) =>
    [...new Set([text.zh, ...aliases].map(normaliseHeading))].map((word) => ({ id, word })),
  )
  expect(new Set(words.map((it) => it.word)).size).toBe(words.length)
  for (const { id, text } of facilities) expect(parseFacilities(text.zh).known).toEqual([id])
})
