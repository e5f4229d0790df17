import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { HandoverForm } from '../../member/handing-over/handover-form.tsx'
import { handoverMessages as messages } from '../../member/handing-over/messages.ts'

type Handover = OutputOf<typeof stations.listHandovers>['rows'][number]

/** Who was asked to keep the station, and what came of it; an officer may ask both in the keeper's place. */
export function HandoversPart({ code, mayOffer }: { readonly code: string; readonly mayOffer: boolean }) {
  const t = useText()
  const rows = useAnswer(stations.listHandovers, { code }).data?.rows ?? []
  return (
    <>
      {rows.length > 0 && (
        <Disclosure
          title={t(messages.count, { count: rows.length })}
          isOpenAtFirst={rows[0]!.outcome === null}
        >
          <ul className="stations-plain">
            {rows.map((row) => (
              <Line key={row.id} handover={row} />
            ))}
          </ul>
        </Disclosure>
      )}
      {mayOffer && (
        <Disclosure title={t(messages.title)}>
          <HandoverForm code={code} byOfficer />
        </Disclosure>
      )}
    </>
  )
}

function Line({ handover }: { readonly handover: Handover }) {
  const t = useText()
  const format = useFormat()
  const { keeperName, successorName, offeredBy, offeredAt, outcome } = handover
  const said = outcome === null ? messages.open : messages[outcome]
  return (
    <li className="stations-keeper">
      <span className="ui-row">
        <b>{t(messages.fromTo, { keeper: keeperName, successor: successorName })}</b>
        <StatusBadge status={outcome === null ? 'warn' : outcome === 'handed-over' ? 'good' : 'quiet'}>
          {t(said)}
        </StatusBadge>
      </span>
      <span className="ui-hint">
        {t(messages.offeredBy, { by: offeredBy, day: format.date(offeredAt, 'numeric') })}
      </span>
    </li>
  )
}
