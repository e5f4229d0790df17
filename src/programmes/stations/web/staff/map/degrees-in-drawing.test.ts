import { describe, expect, it } from 'vitest'
import { placeInDrawing } from '#kernel/city/client.ts'
import { degreesInDrawing } from './degrees-in-drawing.ts'

const drawing = { width: 1000, height: 800, frame: { west: 112.5, east: 114, south: 33, north: 34.2 } }

describe('degreesInDrawing', () => {
  it('is the way back of placeInDrawing, to a metre', () => {
    for (const [longitude, latitude] of [
      [113.30123, 33.74321],
      [112.5, 34.2],
      [114, 33],
    ] as const) {
      const found = degreesInDrawing(drawing, placeInDrawing(drawing, longitude, latitude))
      expect(found.longitude).toBeCloseTo(longitude, 5)
      expect(found.latitude).toBeCloseTo(latitude, 5)
    }
  })
})
