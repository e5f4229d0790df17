import { describe, expect, it } from 'vitest'
import { heatStep } from './hour-heat.tsx'
import { linearScale, linePath, roundTicks } from './scale.ts'

describe('scales', () => {
  it('maps ends to ends', () => {
    const scale = linearScale([0, 10], [100, 0])
    expect([scale(0), scale(5), scale(10)]).toEqual([100, 50, 0])
    expect(linearScale([3, 3], [0, 10])(3)).toBe(5)
  })

  it.each([
    [0, [0]],
    [7, [0, 5, 10]],
    [18_700, [0, 10_000, 20_000]],
    [0.25, [0, 0.1, 0.2, 0.3]],
  ])('ticks for %d', (max, ticks) => expect(roundTicks(max)).toEqual(ticks))

  it('breaks the line where nothing was recorded', () => {
    expect(linePath([{ x: 0, y: 1 }, { x: 1, y: 1 }, null, { x: 3, y: 1 }])).toBe('M0.0 1.0L1.0 1.0M3.0 1.0')
  })

  it('shows the least activity as more than none', () => {
    expect([heatStep(0, 100), heatStep(1, 100), heatStep(100, 100)]).toEqual([0, 1, 4])
  })
})
