import { useState } from 'react'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { ReportDrawer } from '../reports/report-drawer.tsx'
import { ReportLine } from '../reports/report-line.tsx'
import type { StationRecord } from '../types.ts'
import { detailMessages } from './messages.ts'

const SHOWN = 8

/** What people report here, the newest first; each opens with its story and a form to answer. */
export function ReportsCard({ station }: { station: StationRecord }) {
  const t = useText()
  const [openId, setOpenId] = useState<string>()
  const { reports } = station
  return (
    <Card
      title={t(detailMessages.reports)}
      actions={
        reports.length > SHOWN && (
          <Link href={`/staff/stations/reports?search=${station.code}`}>
            {t(detailMessages.allReports, { count: reports.length })}
          </Link>
        )
      }
    >
      {reports.length === 0 && <EmptyState kind="done" title={t(detailMessages.noReports)} />}
      <ul className="stations-plain">
        {reports.slice(0, SHOWN).map((report) => (
          <ReportLine key={report.id} report={report} onOpen={() => setOpenId(report.id)} />
        ))}
      </ul>
      <ReportDrawer report={reports.find(({ id }) => id === openId)} onClose={() => setOpenId(undefined)} />
    </Card>
  )
}
