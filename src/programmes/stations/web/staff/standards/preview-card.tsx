import { useState } from 'react'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { certificateStateWords } from '#programmes/stations/rules/certificate/words.ts'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import type { Preview } from '../types.ts'
import { standardMessages } from './messages.ts'

type PreviewCardProps = {
  readonly which: { readonly draftId: string } | { readonly versionId: string }
  readonly dayAtFirst?: string
}

const SHOWN = 20

/** Who would fall and who would be gained on a day, station by station, with the reason. */
export function PreviewCard({ which, dayAtFirst }: PreviewCardProps) {
  const t = useText()
  const [onDay, setOnDay] = useState(dayAtFirst ?? cityDay(Date.now()))
  const [move, setMove] = useState<'fall' | 'gain'>('fall')
  const answer = useAnswer(
    stations.previewStandard,
    { ...which, onDay, move, pageSize: SHOWN },
    { keepLast: true },
  )
  return (
    <Card title={t(standardMessages.preview)}>
      <div className="ui-stack">
        <DatePicker
          label={t(standardMessages.onDay)}
          value={onDay}
          min={cityDay(Date.now())}
          onChange={(day) => day && setOnDay(day)}
        />
        <Answered to={answer} label={t(standardMessages.computing)}>
          {(preview) => (
            <>
              <SegmentedControl
                label={t(standardMessages.preview)}
                segments={[
                  { id: 'fall', label: `${t(standardMessages.falls)} ${preview.falls}` },
                  { id: 'gain', label: `${t(standardMessages.gains)} ${preview.gains}` },
                ]}
                value={move}
                onChange={setMove}
              />
              {move === 'fall' && preview.byCriterion.length > 0 && (
                <p>
                  {t(standardMessages.because)}：
                  {preview.byCriterion
                    .map(({ title, count }) => `${t(title)} ${t(standardMessages.countStations, { count })}`)
                    .join('、')}
                </p>
              )}
              <Rows preview={preview} move={move} />
            </>
          )}
        </Answered>
      </div>
    </Card>
  )
}

function Rows({ preview: { rows, total }, move }: { preview: Preview; move: 'fall' | 'gain' }) {
  const t = useText()
  if (rows.length === 0)
    return <p>{t(move === 'fall' ? standardMessages.noFalls : standardMessages.noGains)}</p>
  return (
    <>
      <ul className="certificate-lines">
        {rows.map(({ code, name, from, to, newlyFailing }) => (
          <li key={code}>
            <Link href={`/staff/stations/${code}`}>{name}</Link>
            <span className="ui-hint">
              {t(standardMessages.fromTo, {
                from: t(certificateStateWords[from]),
                to: t(certificateStateWords[to]),
              })}
              {newlyFailing.length > 0 && ` · ${newlyFailing.map((title) => t(title)).join('、')}`}
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length && <p className="ui-hint">{t(standardMessages.more, { count: rows.length })}</p>}
    </>
  )
}
