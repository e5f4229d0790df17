import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { ContestRules } from '../../shapes.ts'
import '../contests.css'
import { tellRules } from './tell-rules.ts'

/** The rules in plain words, part by part. */
export function RulesTold({ rules }: { readonly rules: ContestRules }) {
  const t = useText()
  return (
    <dl className="contest-told">
      {tellRules(rules, t, useFormat()).map(({ title, lines }) => (
        <div key={title}>
          <dt>{title}</dt>
          {lines.map((line, index) => (
            <dd key={index}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
