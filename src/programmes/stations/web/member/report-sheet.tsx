import { useState } from 'react'
import { Drawer } from '#ui/controls/drawer.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stationMessages } from './station-messages.ts'
import { ProofLines } from './proof-lines.tsx'
import { ReportForm } from './report-form.tsx'
import { ReportTiles } from './report-tiles.tsx'
import type { ReportKind, StationDetail } from './types.ts'
import { useReport } from './use-report.ts'
import type { Spot } from './use-spot.ts'
import { reportWords } from './words.ts'

const KINDS = ['locked', 'broken', 'no-water', 'dirty', 'other'] as const

/** These need no more words; the others ask what and how. */
const ONE_TAP: readonly ReportKind[] = ['locked', 'no-water', 'dirty']

type ReportSheetProps = {
  station: Pick<StationDetail, 'name' | 'facilities'>
  spot: Spot
  /** Chosen outside already; otherwise the sheet begins with the choice. */
  kindAtFirst?: ReportKind
  onClose: () => void
}

export default function ReportSheet({ station, spot, kindAtFirst, onClose }: ReportSheetProps) {
  const t = useText()
  const [kind, setKind] = useState(kindAtFirst)
  const report = useReport(spot, station.name)
  const choose = (chosen: ReportKind) => {
    if (ONE_TAP.includes(chosen)) void report.send(chosen).then(onClose)
    else setKind(chosen)
  }
  return (
    <Drawer
      title={t(kind ? reportWords[kind].text : stationMessages.reportTitle)}
      side="bottom"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="stations-sheet">
        {kind === undefined ? (
          <ReportTiles kinds={KINDS} onChoose={choose} />
        ) : (
          <ReportForm
            kind={kind}
            facilities={station.facilities}
            isPending={report.isGathering}
            onSend={(said) => void report.send(kind, said).then(onClose)}
          />
        )}
        <ProofLines spot={spot} />
      </div>
    </Drawer>
  )
}
