import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { Drawer } from '#ui/controls/drawer.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { settlementMessages as messages } from '../messages.ts'
import { DifferenceSignatures } from './difference-signatures.tsx'
import type { DifferenceRow } from './differences-table.tsx'

type Props = {
  readonly row: DifferenceRow | undefined
  readonly companyUnit: string
  readonly onClose: () => void
}

/** What each of the three says, what was said about it, and what the caller may do now. */
export function DifferenceDrawer({ row, companyUnit, onClose }: Props) {
  const t = useText()
  return (
    <Drawer
      title={row === undefined ? '' : `${row.day} · ${row.route} · ${t(row.text)}`}
      isOpen={row !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {row !== undefined && <Difference row={row} companyUnit={companyUnit} />}
    </Drawer>
  )
}

const SIDES = ['scanned', 'journal', 'claimed', 'secondUse', 'refused', 'otherRoute', 'otherDay'] as const

function Difference({ row, companyUnit }: { readonly row: DifferenceRow; readonly companyUnit: string }) {
  const t = useText()
  const format = useFormat()
  const words = SIDES.filter((name) => row.evidence[name] !== undefined).map((name) => {
    const value = row.evidence[name]!
    return {
      term: t(messages[`ev_${name}`]),
      value: typeof value === 'number' ? format.number(value) : value,
    }
  })
  return (
    <div className="ui-stack">
      <DescriptionList
        items={[
          ...words,
          { term: t(messages.rides), value: format.number(row.rides) },
          { term: t(messages.amount), value: format.yuan(row.fen) },
        ]}
      />
      <DifferenceSignatures key={row.id} id={row.id} companyUnit={companyUnit} />
      <CaseMoves caseId={row.caseId} />
      <CaseTimeline caseId={row.caseId} />
    </div>
  )
}
