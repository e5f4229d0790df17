import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { queryAddress } from '#platform/client/call.ts'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../contract.ts'
import { AnnounceForm } from './announce-form.tsx'
import { AnswerForm } from './answer-form.tsx'
import { DutiesOfStation } from './certificate/duties.tsx'
import { ProposeDialog } from '../staff/leaving/propose-dialog.tsx'
import { HandoverForm } from './handing-over/handover-form.tsx'
import { handoverMessages } from './handing-over/messages.ts'
import { keeperMessages } from './keeper-messages.ts'
import { stationMessages } from './station-messages.ts'
import { OpenBadge } from './open-badge.tsx'
import { ReportStory } from './report-story.tsx'
import type { KeptStation } from './types.ts'

/** One station by its keeper: what waits first, then what they may announce. */
export function KeptStationCard({ station }: { station: KeptStation }) {
  const t = useText()
  const [isLeaving, setLeaving] = useState(false)
  const { code, name, openNow, reports, checkIns7Days } = station
  return (
    <section className="ui-stack stations-kept" aria-labelledby={`kept-${code}`}>
      <div className="stations-kept-head">
        <h2 id={`kept-${code}`}>{name}</h2>
        <div className="ui-list-answer">
          <OpenBadge kind={openNow.state} />
          <span>{t(openNow.wording)}</span>
        </div>
        <p className="ui-list-note">
          {t(keeperMessages.checkIns7Days)}{' '}
          <b className="ui-figures">{t(stationMessages.turns, { count: checkIns7Days })}</b>
          {reports.length > 0 && (
            <>
              {' · '}
              <b>{t(keeperMessages.waitingReports, { count: reports.length })}</b>
            </>
          )}
        </p>
      </div>
      {reports.length === 0 && <p className="ui-card">{t(keeperMessages.noWaiting)}</p>}
      {reports.map((report) => (
        <ReportStory key={report.id} report={report} isStationHidden>
          <AnswerForm report={report} />
        </ReportStory>
      ))}
      <DutiesOfStation code={code} name={name} />
      <div className="ui-card">
        <Disclosure title={t(keeperMessages.announce)}>
          <AnnounceForm code={code} />
        </Disclosure>
        <Disclosure title={t(handoverMessages.title)}>
          <HandoverForm code={code} />
        </Disclosure>
        <div className="stations-actions">
          <LinkButton href={`/stations/${code}`}>{t(keeperMessages.seeStation)}</LinkButton>
          <Button onPress={() => setLeaving(true)}>{t(handoverMessages.leave)}</Button>
          <Allowed permission="stations.plates">
            <LinkButton
              href={queryAddress(stations.plateSheet, { codes: [code] })}
              icon="print"
              target="_blank"
            >
              {t(keeperMessages.printPlate)}
            </LinkButton>
          </Allowed>
        </div>
      </div>
      <ProposeDialog code={code} isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </section>
  )
}
