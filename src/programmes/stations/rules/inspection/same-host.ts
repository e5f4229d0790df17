import { normaliseHeading } from '#platform/tabular/clean-text.ts'

/** What stands behind a unit's name in its union's name. */
const UNION_WORDS = /(?:基层)?(?:联合)?工会(?:委员会|联合会)?$|有限责任公司$|有限公司$|集团$/u

const core = (name: string): string => {
  let left = normaliseHeading(name)
  for (let before = ''; before !== left;) {
    before = left
    left = left.replace(UNION_WORDS, '')
  }
  return left
}

/** Shorter names are parts of too many others. */
const TELLING_LETTERS_MIN = 4

/**
 * Whether a union belongs to the unit that hosts a station: registers write hosts as people do, so that the names are
 * compared without what unions and companies add to them.
 */
export function isSameHost(hostUnit: string, unionName: string): boolean {
  const [host, union] = [core(hostUnit), core(unionName)]
  if (host === '' || union === '') return false
  if (host === union) return true
  const [short, long] = host.length < union.length ? [host, union] : [union, host]
  return [...short].length >= TELLING_LETTERS_MIN && long.includes(short)
}
