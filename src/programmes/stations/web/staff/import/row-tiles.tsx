import { StatusShape } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ImportDecision, ImportSummary } from '../types.ts'
import { decisionWords } from '../words.ts'
import { importMessages } from './messages.ts'
import type { RowsSearch } from './rows-search.ts'

type RowTilesProps = {
  readonly summary: ImportSummary
  readonly search: RowsSearch
  readonly onChange: (search: RowsSearch) => void
}

const KINDS = ['ready', 'confirm', 'refused', 'skipped'] as const satisfies ImportDecision[]

/** How many rows are in which state; each number shows its rows. */
export function RowTiles({ summary, search, onChange }: RowTilesProps) {
  const t = useText()
  return (
    <div className="stations-row-tiles" role="group" aria-label={t(importMessages.showRows)}>
      <Tile
        label={t(importMessages.allRows)}
        count={summary.rows}
        isOn={search.decision === undefined}
        onPress={() => onChange({ page: 1 })}
      />
      {KINDS.map((kind) => (
        <Tile
          key={kind}
          label={t(importMessages[kind])}
          count={summary[kind]}
          status={decisionWords[kind].status}
          isOn={search.decision === kind}
          onPress={() => onChange({ page: 1, decision: kind })}
        />
      ))}
    </div>
  )
}

type TileProps = {
  readonly label: string
  readonly count: number
  readonly status?: (typeof decisionWords)[ImportDecision]['status']
  readonly isOn: boolean
  readonly onPress: () => void
}

function Tile({ label, count, status, isOn, onPress }: TileProps) {
  return (
    <button type="button" className="stations-row-tile" aria-pressed={isOn} onClick={onPress}>
      <span className="ui-row">
        {status && <StatusShape status={status} />}
        {label}
      </span>
      <b className="ui-figures">{count.toLocaleString('zh-CN')}</b>
    </button>
  )
}
