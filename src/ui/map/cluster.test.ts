import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellSizeFor, clusterMarkers, clustersFor } from './cluster.ts'
import type { MapMarker } from './map-types.ts'
import { placeLabels } from './place-labels.ts'

const marker = (id: string, x: number, y: number): MapMarker => ({ id, x, y, status: 'good', label: id })

const coordinate = fc.integer({ min: 0, max: 1000 })
const markers = fc
  .array(fc.tuple(coordinate, coordinate), { maxLength: 200 })
  .map((places) => places.map(([x, y], index) => marker(`m${index}`, x, y)))

describe('clusterMarkers', () => {
  it('joins what shares a cell and stands at the mean', () => {
    const [group] = clusterMarkers([marker('a', 10, 10), marker('b', 30, 20)], 50)
    expect(group).toMatchObject({ count: 2, x: 20, y: 15, marker: null })
  })

  it('loses nobody, whatever the places and the cell', () => {
    fc.assert(
      fc.property(markers, fc.integer({ min: 1, max: 500 }), (all, cellSize) => {
        const clusters = clusterMarkers(all, cellSize)
        expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
        expect(new Set(clusters.map(({ id }) => id)).size).toBe(clusters.length)
      }),
    )
  })

  it('never hides the chosen one in a group', () => {
    const clusters = clusterMarkers([marker('a', 10, 10), marker('b', 11, 10), marker('c', 12, 10)], 50, 'b')
    expect(clusters.find(({ id }) => id === 'b')?.marker?.id).toBe('b')
    expect(clusters).toHaveLength(2)
  })

  it('groups five thousand without a pause', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      marker(`m${index}`, (index * 37) % 997, (index * 91) % 991),
    )
    const start = performance.now()
    clusterMarkers(many, 40)
    expect(performance.now() - start).toBeLessThan(250)
  })
})

describe('zoom', () => {
  it('makes smaller cells as the map grows, and none at the end', () => {
    expect(cellSizeFor(2, 2)).toBeLessThan(cellSizeFor(1, 1))
    expect(cellSizeFor(16, 16)).toBe(0)
    const here = [marker('a', 10, 10), marker('b', 10, 10)]
    expect(clustersFor(here, 0, undefined)).toHaveLength(2)
  })

  it('holds the cell size while a finger trembles', () => {
    expect(cellSizeFor(1.02, 1)).toBe(cellSizeFor(0.98, 1))
  })
})

describe('placeLabels', () => {
  const name = { text: '叶县', x: 100, y: 100, rank: 1 }
  const at = (x: number, y: number) => ({ id: `${x}:${y}`, x, y, count: 3, marker: null })

  it('moves a name from under a marker', () => {
    expect(placeLabels([name], [at(100, 100)], 1, 1)[0]?.y).not.toBe(100)
    expect(placeLabels([name], [at(300, 300)], 1, 1)[0]?.y).toBe(100)
  })

  it('gives up only lesser names', () => {
    const crowd = [40, 70, 100, 130].map((y) => at(100, y))
    expect(placeLabels([name], crowd, 1, 1)).toHaveLength(1)
    expect(placeLabels([{ ...name, rank: 2 }], crowd, 1, 4)).toHaveLength(0)
  })
})
