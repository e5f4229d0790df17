import { expect, test } from 'vitest'
import { faultOfPhoto, type OfferedPhoto } from './judge-photo.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const good: OfferedPhoto = {
  issuedAt: 0,
  expiresAt: 15 * MINUTE,
  capturedAt: 5 * MINUTE,
  arrivedAt: 6 * MINUTE,
  cameraAt: null,
  cameraMetres: null,
  proof: 'position',
  distanceMetres: 30,
}

test.each([
  ['as it should be', {}, undefined],
  ['sent days later, taken in time', { arrivedAt: 72 * HOUR }, undefined],
  ['taken before it was asked for', { capturedAt: -HOUR }, 'before-challenge'],
  ['taken after its time', { capturedAt: HOUR, arrivedAt: HOUR }, 'challenge-over'],
  ['yet to be taken', { capturedAt: 9 * MINUTE }, 'from-the-future'],
  ['an old photo by its camera', { cameraAt: -400 * 24 * HOUR }, 'camera-older'],
  ['a camera some hours off', { cameraAt: -8 * HOUR }, undefined],
  ['far away by its camera', { cameraMetres: 9_000 }, 'camera-elsewhere'],
  ['far away by the phone', { proof: 'none', distanceMetres: 2_400 }, 'elsewhere'],
  ['with no sign of the place', { proof: 'none', distanceMetres: null }, 'no-place'],
  ['by the plate alone', { proof: 'code', distanceMetres: null }, undefined],
] as [string, Partial<OfferedPhoto>, string | undefined][])('a photo %s', (_name, over, fault) => {
  expect(faultOfPhoto({ ...good, ...over })).toBe(fault)
})
