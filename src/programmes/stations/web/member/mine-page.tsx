import { useEffect, useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { stations } from '../../contract.ts'
import { useOutbox } from './device/outbox.ts'
import { visitorKey } from './device/visitor-key.ts'
import { messages } from './messages.ts'
import { stationMessages } from './station-messages.ts'
import { OnTheWay } from './on-the-way.tsx'
import { OwnReport } from './own-report.tsx'
import './stations.css'
import type { CheckIn, Report } from './types.ts'
import { proofWords } from './words.ts'

const A_PAGE = 20
const SHOWN_MAX = 200

/** What the person did at stations: unsent things first, then reports that wait, then check-ins. */
export default function MinePage() {
  const t = useText()
  const me = useMe().data
  const [pageSize, setPageSize] = useState(A_PAGE)
  const [key] = useState(visitorKey)
  const mine = useAnswer(stations.myVisits, { visitorKey: key, pageSize }, { keepLast: true })
  const { refetch } = mine
  const arrived = useOutbox().sent.length
  useEffect(() => {
    if (arrived > 0) void refetch()
  }, [arrived, refetch])
  return (
    <MemberPage title={t(stationMessages.mineTitle)}>
      <OnTheWay />
      {me?.signedIn === false && <p className="stations-small">{t(stationMessages.keptOnPhone)}</p>}
      <Answered to={mine} label={t(stationMessages.loadingMine)}>
        {({ checkIns, checkInTotal, reports }) =>
          checkInTotal + reports.length === 0 ? (
            <NothingYet />
          ) : (
            <>
              <OwnReports reports={reports} />
              <OwnCheckIns
                checkIns={checkIns}
                total={checkInTotal}
                onMore={() => setPageSize(Math.min(SHOWN_MAX, pageSize + A_PAGE))}
              />
            </>
          )
        }
      </Answered>
      <LinkButton href="/stations/applications" icon="plus">
        {t(stationMessages.applyForOne)}
      </LinkButton>
    </MemberPage>
  )
}

function NothingYet() {
  const t = useText()
  return (
    <EmptyState
      title={t(stationMessages.noMineTitle)}
      actions={
        <LinkButton href="/stations" icon="map-pin">
          {t(stationMessages.seeOthers)}
        </LinkButton>
      }
    >
      {t(stationMessages.noMine)}
    </EmptyState>
  )
}

function OwnReports({ reports }: { reports: readonly Report[] }) {
  const t = useText()
  if (reports.length === 0) return null
  return (
    <section className="ui-stack">
      <h2 className="stations-section-title">{t(stationMessages.myReports)}</h2>
      {reports.map((report) => (
        <OwnReport key={report.id} report={report} />
      ))}
    </section>
  )
}

type OwnCheckInsProps = { checkIns: readonly CheckIn[]; total: number; onMore: () => void }

function OwnCheckIns({ checkIns, total, onMore }: OwnCheckInsProps) {
  const t = useText()
  const format = useFormat()
  if (total === 0) return null
  return (
    <section className="ui-stack">
      <h2 className="stations-section-title">
        {t(stationMessages.myCheckIns)}{' '}
        <span className="stations-small">{t(stationMessages.checkInTotal, { count: total })}</span>
      </h2>
      <List label={t(stationMessages.myCheckIns)}>
        {checkIns.map(({ id, at, stationCode, stationName, proof }) => (
          <ListItem
            key={id}
            href={`/stations/${stationCode}`}
            answer={<time dateTime={at}>{format.dateTime(at)}</time>}
            title={stationName}
            note={t(proofWords[proof])}
          />
        ))}
      </List>
      {checkIns.length < Math.min(total, SHOWN_MAX) && (
        <Button wide onPress={onMore}>
          {t(messages.showMore, { count: Math.min(A_PAGE, total - checkIns.length) })}
        </Button>
      )}
    </section>
  )
}
