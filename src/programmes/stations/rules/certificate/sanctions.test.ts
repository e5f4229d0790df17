import { expect, test } from 'vitest'
import { sanctionableAfter } from './sanctions.ts'

test.each([
  [0, null, ['warning']],
  [1, null, ['warning', 'suspension']],
  [2, 'restoration', ['warning', 'suspension', 'withdrawal']],
  [2, 'suspension', ['warning', 'withdrawal', 'restoration']],
  [3, 'withdrawal', ['restoration']],
] as const)('after %i warnings, standing %s: %j', (warnings, standing, may) => {
  expect(sanctionableAfter({ warnings, standing })).toEqual(may)
})
