import { expect, it } from 'vitest'
import { areaOf } from './area-of.ts'

const title = (zh: string) => ({ zh, en: zh })
const modules = [
  { name: 'review', title: title('办理与公示') },
  { name: 'membership', title: title('建会入会') },
]

it.each([
  ['review.membership.founding', '建会入会'],
  ['membership.joining', '建会入会'],
  ['review.objection', '办理与公示'],
  ['elsewhere.thing', undefined],
])('an item of kind %s is a matter of %s', (kind, area) => expect(areaOf(modules, kind)?.zh).toBe(area))
