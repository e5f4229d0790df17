import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { ContestRules } from '../../shapes.ts'
import '../contests.css'
import { toldMessages as told } from './messages.ts'
import { tellRules } from './tell-rules.ts'

type ChangedRulesProps = { readonly before: ContestRules; readonly after: ContestRules }

/** What an amendment changed, as sentences that went and sentences that came. */
export function ChangedRules({ before, after }: ChangedRulesProps) {
  const t = useText()
  const format = useFormat()
  const sentences = (rules: ContestRules) => [
    ...(rules.description === '' ? [] : [rules.description]),
    ...tellRules(rules, t, format).flatMap(({ lines }) => lines),
  ]
  const [was, is] = [sentences(before), sentences(after)]
  const gone = was.filter((line) => !is.includes(line))
  const come = is.filter((line) => !was.includes(line))
  return (
    <dl className="contest-changes">
      <Side term={t(told.was)} lines={gone} />
      <Side term={t(told.is)} lines={come} />
    </dl>
  )
}

function Side({ term, lines }: { readonly term: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <dt>{term}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  )
}

type Amendment = { readonly no: number; readonly rules: ContestRules }

/** The rules that stood before an amendment; undefined before the first, which is the opening itself. */
export const rulesBefore = (amendments: readonly Amendment[], no: number): ContestRules | undefined =>
  amendments.find((one) => one.no === no - 1)?.rules
