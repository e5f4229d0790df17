import { expect, test } from 'vitest'

import { pingdingshan } from '../drawing/pingdingshan.ts'
import { pebble, smoothLine, smoothRing } from './smooth-path.ts'
import { projectionOf, schematicGeometry } from './schematic.ts'

const geometry = schematicGeometry(pingdingshan)

/** Every coordinate of a path, as x and y pairs. */
function coordinates(path: string): [number, number][] {
  const numbers = path.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []
  return numbers.flatMap((x, index) =>
    index % 2 === 0 ? [[x, numbers[index + 1] ?? Number.NaN] as [number, number]] : [],
  )
}

const { project } = projectionOf(pingdingshan)

test('a kilometre is as long to the north as to the east', () => {
  const here = project(113.3, 33.735)
  const east = project(113.3 + 1 / (111.195 * Math.cos((33.735 * Math.PI) / 180)), 33.735)
  const north = project(113.3, 33.735 + 1 / 111.195)
  expect((east.x - here.x) / (here.y - north.y)).toBeCloseTo(1, 3)
})

test('the frame holds every label, view and area', () => {
  const { width, height, labels, views, areas } = geometry
  expect(width).toBe(1000)
  const points = [
    ...labels.map(({ x, y }) => [x, y] as const),
    ...Object.values(views).flatMap((view) => [
      [view.x, view.y] as const,
      [view.x + view.width, view.y + view.height] as const,
    ]),
    ...areas.flatMap(({ path }) => coordinates(path)),
  ]
  const outside = points.filter(([x, y]) => !(x >= 0 && x <= width && y >= 0 && y <= height))
  expect(outside).toEqual([])
})

test('every district has one area, and the drawing says that it shows no boundary', () => {
  expect(geometry.areas.map(({ id }) => id)).toEqual(pingdingshan.districts.map(({ adcode }) => adcode))
  expect(geometry.notice.zh).toContain('示意图')
})

test('every name is written in both languages, and ids are not used twice', () => {
  const shapes = [...geometry.areas, ...geometry.waters, ...geometry.roads]
  const names = [...shapes.map(({ label }) => label), ...geometry.labels.map(({ text }) => text)]
  expect(
    names.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/^[\p{Script=Latin}\p{P}\s]+$/u.test(en)),
  ).toEqual([])
  expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length)
})

test('a smooth line goes through its points, a ring closes, a pebble stays within its corners', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
  ]
  expect(smoothLine(points)).toBe('M0 0C1.7 0 8.3 -1.7 10 0C11.7 1.7 10 8.3 10 10')
  expect(smoothRing(points)).toMatch(/^M0 0C.* 10 0C.* 10 10C.* 0 0Z$/)
  expect(pebble(points, 2)).toMatch(/^M.*Z$/)
  for (const [x, y] of coordinates(pebble(points, 2)))
    expect(x >= 0 && x <= 10 && y >= 0 && y <= 10).toBe(true)
})
