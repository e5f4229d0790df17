import type { RosterRow } from '#programmes/membership/shapes-roster-import.ts'
import { useText } from '#ui/i18n/language.tsx'

/** What is wrong first, what is only worth knowing after it, each in a sentence of its own. */
export function RowProblems({ problems }: { readonly problems: RosterRow['problems'] }) {
  const t = useText()
  if (problems.length === 0) return null
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note'))
  return (
    <ul className="roster-problems">
      {sorted.map(({ code, severity, reason }) => (
        <li key={code} data-severity={severity}>
          {t(reason)}
        </li>
      ))}
    </ul>
  )
}
