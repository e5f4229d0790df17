import { expect, test } from 'vitest'
import { sanctionableAfter } from './sanctions.ts'

test.each([
  [0, null, []],
  [1, null, ['suspension']],
  [2, 'restoration', ['suspension', 'withdrawal']],
  [2, 'suspension', ['withdrawal', 'restoration']],
  [3, 'withdrawal', ['restoration']],
] as const)('after %i warnings, standing %s: %j', (warnings, standing, may) => {
  expect(sanctionableAfter({ warnings, standing })).toEqual(may)
})
