import type { OutputOf } from '#platform/contract.ts'
import { BarRow } from '#ui/charts/bar-row.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { figures } from '../contract.ts'
import { messages } from './messages.ts'

type Figure = OutputOf<typeof figures.getFigure>

/** Bars of each way to part the figure; hidden groups are named without a number, and one whole part says nothing. */
export function FigureParts({ breakdowns, unit }: { breakdowns: Figure['breakdowns']; unit: string }) {
  const t = useText()
  return (
    <div className="figures-parts">
      {breakdowns
        .filter(({ tooFew, rows }) => tooFew || rows.length > 1)
        .map(({ id, by, tooFew, rows }) =>
          tooFew ? (
            <p key={id}>{t(messages.tooFew, { by: t(by) })}</p>
          ) : (
            <Parts key={id} title={t(by)} rows={rows} unit={unit} />
          ),
        )}
    </div>
  )
}

type PartsProps = { title: string; rows: Figure['breakdowns'][number]['rows']; unit: string }

function Parts({ title, rows, unit }: PartsProps) {
  const t = useText()
  const bars = rows.flatMap(({ label, value }) => (value === null ? [] : [{ label: t(label), value }]))
  const hidden = rows.filter(({ value }) => value === null).map(({ label }) => t(label))
  return (
    <BarRow
      title={title}
      unit={` ${unit}`}
      bars={bars}
      {...(hidden.length > 0 && {
        note: t(messages.withheld, { groups: hidden.join(t({ zh: '、', en: ', ' })) }),
      })}
    />
  )
}
