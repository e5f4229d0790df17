import type { RowVerdictWord } from '#programmes/membership/shapes-roster-import.ts'
import { StatusShape, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { RowsWish, ShownImport } from './import-detail-page.tsx'
import { verdictsInOrder, verdictWords } from './import-words.ts'
import { messages } from './messages.ts'

type VerdictTilesProps = {
  readonly shown: ShownImport
  readonly wish: RowsWish
  readonly onChange: (wish: RowsWish) => void
}

/** How many rows came to what; each number shows its rows. Kinds that no row is of are left out. */
export function VerdictTiles({ shown, wish, onChange }: VerdictTilesProps) {
  const t = useText()
  const verdicts = verdictsInOrder.filter((verdict) => (shown.tally[verdict] ?? 0) > 0)
  return (
    <div className="roster-tiles" role="group" aria-label={t(messages.showRows)}>
      <Tile
        label={t(messages.allRows)}
        count={shown.rowsChecked}
        isOn={wish.verdict === undefined && wish.code === undefined}
        onPress={() => onChange({})}
      />
      {verdicts.map((verdict: RowVerdictWord) => (
        <Tile
          key={verdict}
          label={t(verdictWords[verdict].text)}
          count={shown.tally[verdict] ?? 0}
          status={verdictWords[verdict].status}
          isOn={wish.verdict === verdict}
          onPress={() => onChange({ verdict })}
        />
      ))}
    </div>
  )
}

type TileProps = {
  readonly label: string
  readonly count: number
  readonly status?: Status
  readonly isOn: boolean
  readonly onPress: () => void
}

function Tile({ label, count, status, isOn, onPress }: TileProps) {
  return (
    <button type="button" className="roster-tile" aria-pressed={isOn} onClick={onPress}>
      <span className="ui-row">
        {status && <StatusShape status={status} />}
        {label}
      </span>
      <b className="ui-figures">{count.toLocaleString('zh-CN')}</b>
    </button>
  )
}
