import { Button } from 'react-aria-components'
import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import type { ReportKind } from './types.ts'
import { reportWords } from './words.ts'

type ReportTilesProps = { kinds: readonly ReportKind[]; onChoose: (kind: ReportKind) => void }

/** Large enough to hit while holding a helmet. */
export function ReportTiles({ kinds, onChoose }: ReportTilesProps) {
  const t = useText()
  return (
    <div className="stations-tiles-grid">
      {kinds.map((kind) => (
        <Button key={kind} className="stations-tile" onPress={() => onChoose(kind)}>
          <Icon name={reportWords[kind].icon} />
          {t(reportWords[kind].text)}
        </Button>
      ))}
    </div>
  )
}
