import type { Text } from '#platform/text.ts'
import { rideResultOf, rideResults } from '../results.ts'
import { formRefusals, type FormRefusal } from './form-refusals.ts'

const formByNo = new Map<number, FormRefusal>(
  Object.entries(formRefusals).map(([name, { no }]) => [no, name as FormRefusal]),
)

/** What became of a line, by the number that is stored. */
export function lineResult(no: number): { readonly code: string; readonly text: Text } {
  const form = formByNo.get(no)
  if (form !== undefined) {
    const { zh, en } = formRefusals[form]
    return { code: form, text: { zh, en } }
  }
  const code = rideResultOf(no)
  const { zh, en } = rideResults[code]
  return { code, text: { zh, en } }
}
