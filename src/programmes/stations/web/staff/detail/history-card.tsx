import { Card } from '#ui/data/card.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import type { StationRecord } from '../types.ts'
import { fieldWords } from '../words.ts'
import { detailMessages } from './messages.ts'

type Version = StationRecord['history'][number]

/** Every version: what changed, who, when and why. */
export function HistoryCard({ station }: { station: StationRecord }) {
  const t = useText()
  const what = useWhat()
  return (
    <Card title={t(detailMessages.history)}>
      <Timeline
        label={t(detailMessages.history)}
        events={station.history.map((version) => ({
          id: String(version.version),
          at: version.recordedAt,
          who: version.madeBy,
          what: `${what(version)}${t(detailMessages.historyVersion, { version: version.version })}`,
          ...(version.reason !== '' && { why: version.reason }),
          status: version.changed.includes('state') ? 'warn' : 'quiet',
        }))}
      />
    </Card>
  )
}

function useWhat() {
  const t = useText()
  const { language } = useLanguage()
  return ({ version, changed }: Version) => {
    if (version === 1) return t(detailMessages.created)
    if (changed.length === 0) return t(detailMessages.changedNothing)
    const names = changed.map((field) => fieldWords[field]?.[language] ?? field)
    return t(detailMessages.changed, { fields: names.join(language === 'zh' ? '、' : ', ') })
  }
}
