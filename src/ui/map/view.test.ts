import { describe, expect, it } from 'vitest'
import { centreOn, fitView, panBy, toScreen, zoomAt, zoomOf } from './view.ts'

const drawing = { width: 1000, height: 800 }
const screen = { width: 390, height: 600 }
const fitting = fitView(drawing, screen)

describe('view', () => {
  it('fits the whole drawing in the middle', () => {
    expect(fitting.scale).toBeCloseTo(0.39)
    expect(toScreen(fitting, { x: 500, y: 400 })).toEqual({ x: 195, y: 300 })
    expect(zoomOf(fitting, drawing, screen)).toBe(1)
  })

  it('keeps the point under the pointer while zooming', () => {
    const point = { x: 195, y: 300 }
    const before = { x: (point.x - fitting.x) / fitting.scale, y: (point.y - fitting.y) / fitting.scale }
    const after = toScreen(zoomAt(fitting, 3, point, drawing, screen), before)
    expect(after.x).toBeCloseTo(point.x)
    expect(after.y).toBeCloseTo(point.y)
  })

  it('stops at the whole map and at sixteen times', () => {
    expect(zoomOf(zoomAt(fitting, 0.1, { x: 0, y: 0 }, drawing, screen), drawing, screen)).toBe(1)
    expect(zoomOf(zoomAt(fitting, 99, { x: 0, y: 0 }, drawing, screen), drawing, screen)).toBeCloseTo(16)
  })

  it('never loses the drawing from the screen', () => {
    const far = panBy(fitting, 10_000, -10_000, drawing, screen)
    expect(toScreen(far, { x: 0, y: 0 }).x).toBeLessThanOrEqual(screen.width / 2)
    expect(toScreen(far, { x: 0, y: 800 }).y).toBeGreaterThanOrEqual(screen.height / 2)
  })

  it('brings a place to the middle', () => {
    const view = centreOn(fitting, { x: 300, y: 300 }, 6, drawing, screen)
    expect(toScreen(view, { x: 300, y: 300 })).toEqual({ x: 195, y: 300 })
  })
})
