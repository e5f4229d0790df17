import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { stations } from '../../../contract.ts'
import { certificateStateWords } from '../../../rules/certificate/words.ts'
import type { DocumentKind } from '../../../rules/standard/standard-schema.ts'
import type { Duties, Duty, DutyWay, PhotoKind } from '../types.ts'
import { certificateStatus } from './certificate-words.ts'
import './certificate.css'
import { certificateMessages as messages } from './messages.ts'
import { PaperDuty } from './paper-duty.tsx'
import { PhotoDuty } from './photo-duty.tsx'

/** What a station's keeper is to renew, soonest first, each with the tap that does it. */
export function DutiesOfStation({ code, name }: { code: string; name: string }) {
  const t = useText()
  const answer = useAnswer(stations.keeperDuties, {})
  return (
    <section className="ui-card" aria-label={t(messages.dutiesTitle, { station: name })}>
      <Answered to={answer} label={t(messages.loadingDuties)}>
        {({ rows }) => {
          const station = rows.find((row) => row.code === code)
          return station === undefined ? null : <OfStation station={station} />
        }}
      </Answered>
    </section>
  )
}

function OfStation({ station }: { station: Duties }) {
  const t = useText()
  const format = useFormat()
  const { code, state, duties, findings, lapsesOn } = station
  return (
    <div className="ui-stack">
      <div className="ui-list-answer">
        <StatusBadge status={certificateStatus[state]}>
          {`${t(messages.title)}：${t(certificateStateWords[state])}`}
        </StatusBadge>
        {lapsesOn !== null && <span>{t(messages.until, { day: format.date(lapsesOn) })}</span>}
      </div>
      {findings.map((finding) => (
        <Finding key={finding.caseId} finding={finding} />
      ))}
      {duties.length === 0 && <p>{t(messages.nothingToDo)}</p>}
      {duties.some(({ ways }) => ways.some(({ kind }) => kind === 'photo')) && (
        <p className="stations-small">{t(messages.photoHint)}</p>
      )}
      {duties.map((duty) => (
        <OneDuty key={duty.criterion} code={code} duty={duty} />
      ))}
    </div>
  )
}

function Finding({ finding }: { finding: Duties['findings'][number] }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="stations-notice" data-status="warn">
      <span>
        {t(messages.findings)}：{finding.failing.map((title) => t(title)).join('、')}
        {finding.dueOn !== null && (
          <span className="ui-hint">{t(messages.answerBy, { day: format.date(finding.dueOn) })}</span>
        )}
      </span>
      <LinkButton href={`/me/cases/${finding.caseId}`}>{t(messages.answer)}</LinkButton>
    </div>
  )
}

function OneDuty({ code, duty }: { code: string; duty: Duty }) {
  const t = useText()
  const format = useFormat()
  const { title, holds, until, ways } = duty
  return (
    <div className="certificate-duty">
      <h3>{t(title)}</h3>
      <div className="ui-list-answer">
        <StatusBadge status={holds ? 'warn' : 'bad'}>
          {holds && until !== null ? t(messages.dueBy, { day: format.date(until) }) : t(messages.overdue)}
        </StatusBadge>
      </div>
      {ways.length === 0 && <p>{t(messages.onlyInspection)}</p>}
      {ways.map((way) => (
        <Way key={way.words.zh} code={code} way={way} />
      ))}
    </div>
  )
}

function Way({ code, way: { kind, of, why } }: { code: string; way: DutyWay }) {
  const t = useText()
  const said = why !== null && <p className="stations-small">{t(why)}</p>
  switch (kind) {
    case 'photo':
      return (
        <>
          {said}
          <PhotoDuty code={code} what={of as PhotoKind} />
        </>
      )
    case 'document':
      return <PaperDuty code={code} of={of as DocumentKind} />
    case 'keeper':
      return (
        <>
          {said}
          <ConfirmDuty code={code} />
        </>
      )
    case 'facilities':
      return why === null ? null : <p>{t(messages.askUnion, { why: t(why) })}</p>
  }
}

function ConfirmDuty({ code }: { code: string }) {
  const t = useText()
  const toast = useToast()
  const confirm = useCommand(stations.confirmKeeping)
  return (
    <>
      <p>{t(messages.confirmWhat)}</p>
      {confirm.error && (
        <p className="stations-notice" role="alert" data-status="bad">
          {t(messages.notTaken, { reason: t(confirm.error.text) })}
        </p>
      )}
      <Button
        icon="check"
        variant="primary"
        isPending={confirm.isPending}
        onPress={() => confirm.mutate({ code }, { onSuccess: () => toast({ text: t(messages.confirmed) }) })}
      >
        {t(messages.confirm)}
      </Button>
    </>
  )
}
