import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { ALIKE_BITS_MAX, distanceBits } from '../../rules/evidence/picture-print.ts'
import { createRandom } from '../demo/random.ts'
import { printPicture } from './print-picture.ts'

/** An invented scene: a wall, a door, a sign and what stands about, all drawn by chance from a seed. */
async function scene(seed: number): Promise<Buffer> {
  const random = createRandom(seed, 'a scene')
  const colour = () => `rgb(${random.whole(0, 255)},${random.whole(0, 255)},${random.whole(0, 255)})`
  const shapes = Array.from({ length: 14 }, () => {
    const [x, y] = [random.whole(-50, 750), random.whole(-50, 550)]
    return random.chance(0.6)
      ? `<rect x="${x}" y="${y}" width="${random.whole(60, 400)}" height="${random.whole(60, 300)}" fill="${colour()}"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${random.whole(30, 200)}" ry="${random.whole(30, 160)}" fill="${colour()}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${colour()}"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer()
}

const copies = {
  'compressed hard': (picture: Buffer) => sharp(picture).jpeg({ quality: 35 }).toBuffer(),
  'half the size': (picture: Buffer) => sharp(picture).resize(400).jpeg().toBuffer(),
  'as WebP': (picture: Buffer) => sharp(picture).webp({ quality: 60 }).toBuffer(),
  brighter: (picture: Buffer) => sharp(picture).modulate({ brightness: 1.15 }).jpeg().toBuffer(),
  'cropped by 3 % at each side': (picture: Buffer) =>
    sharp(picture).extract({ left: 24, top: 18, width: 752, height: 564 }).jpeg().toBuffer(),
}

const SCENES = 8

describe('a copy is known as the same picture', () => {
  test.each(Object.entries(copies))('%s', async (_name, copy) => {
    for (let seed = 1; seed <= SCENES; seed++) {
      const picture = await scene(seed)
      const distance = distanceBits(await printPicture(picture), await printPicture(await copy(picture)))
      expect(distance, `scene ${seed}`).toBeLessThanOrEqual(ALIKE_BITS_MAX)
    }
  })
})

test('other scenes are not', async () => {
  const prints = await Promise.all(
    Array.from({ length: 20 }, async (_, seed) => printPicture(await scene(seed + 1))),
  )
  const distances = prints.flatMap((one, index) =>
    prints.slice(index + 1).map((other) => distanceBits(one, other)),
  )
  expect(Math.min(...distances)).toBeGreaterThan(ALIKE_BITS_MAX)
})
