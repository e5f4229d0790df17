import type { Text } from '#platform/text.ts'
import { judged, line, type Judged } from './said.ts'

/** A series whose name counts it, such as 六文明, beside those that were named. Which is which is never guessed. */
export function judgeNames(declared: number, named: readonly string[]): Judged {
  const lines = [
    line(`名称里说有 ${declared} 项`, `Its name says ${declared}`),
    line(
      `列出的有 ${named.length} 项：${named.join('、')}`,
      `Named are ${named.length}: ${named.join(', ')}`,
    ),
  ]
  if (named.length === declared)
    return judged('agrees', [...lines, line('项数相同。', 'As many as it says.')])
  const short = declared - named.length
  if (short > 0)
    return judged(
      'cannot-be-checked',
      [
        ...lines,
        line(
          `${declared} − ${named.length} = ${short} 项没有列出。`,
          `${declared} − ${named.length} = ${short} were not named.`,
        ),
      ],
      'some-unnamed',
    )
  return judged(
    'cannot-be-checked',
    [
      ...lines,
      line(
        `多出 ${-short} 项：哪几项合为一项，原文没有说。`,
        `${-short} more than it says: which of them are one was not said.`,
      ),
    ],
    'more-named',
  )
}

type Names = { readonly said: string; readonly official: string; readonly source: Text }

/** A name, letter for letter, beside the one that whoever gave it uses. */
export function judgeName({ said, official, source }: Names): Judged {
  const lines = [
    line(`原文：${said}`, `Said: ${said}`),
    line(`正式名称：${official}（${source.zh}）`, `Official: ${official} (${source.en})`),
  ]
  if (said === official) return judged('agrees', [...lines, line('名称相同。', 'The names are the same.')])
  const [only, missing] = [differing(said, official), differing(official, said)]
  return judged(
    'cannot-be-checked',
    [
      ...lines,
      line(
        `写法不同${missing && `，少了“${missing}”`}${only && `，多了“${only}”`}：按别名登记，认定是同一个之后才能核对。`,
        `Spelt differently${missing && `, “${missing}” missing`}${only && `, “${only}” added`}: kept as an alias until somebody confirms that both are one.`,
      ),
    ],
    'name-differs',
  )
}

/** The characters of one that the other has not, each as often as it is missing. */
function differing(one: string, other: string): string {
  const left = [...other]
  return [...one]
    .filter((character) => {
      const at = left.indexOf(character)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    .join('')
}
