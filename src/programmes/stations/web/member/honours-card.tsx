import { useAnswer } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../contract.ts'
import { HonourLine } from '../staff/honours/honours-card.tsx'
import { stationMessages } from './station-messages.ts'

/** Honours that stand, each with its document; nothing where there is none. */
export function HonoursCard({ code }: { readonly code: string }) {
  const t = useText()
  const rows = useAnswer(stations.listHonours, { code }).data?.rows.filter(
    ({ revokedOn }) => revokedOn === null,
  )
  if (rows === undefined || rows.length === 0) return null
  return (
    <Card title={t(stationMessages.honour)}>
      <div className="ui-stack">
        {rows.map((honour) => (
          <div key={honour.id}>
            <HonourLine honour={honour} />
          </div>
        ))}
      </div>
    </Card>
  )
}
