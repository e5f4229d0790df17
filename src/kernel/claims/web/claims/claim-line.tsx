import type { OutputOf } from '#platform/contract.ts'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { claims } from '../../contract.ts'
import { messages } from './messages.ts'
import { VerdictBadge, Workings } from './verdict-badge.tsx'

type Claim = OutputOf<typeof claims.listClaims>['rows'][number]

/** The words as they were printed, and beside them what the records say. */
export function ClaimLine({ claim }: { claim: Claim }) {
  const t = useText()
  const format = useFormat()
  const { id, topic, words, judgement, medium, sourceTitle, saidOn } = claim
  return (
    <>
      <div>
        <p className="ui-figure-label">
          <Link href={`/claims/${id}`}>{t(topic)}</Link>
        </p>
        <p className="claims-words">{words}</p>
        <p className="claims-quiet">
          {t(messages.saidIn, { medium, source: sourceTitle, day: format.date(saidOn) })}
          {claim.textId !== null && (
            <>
              {' '}
              <Link href={`/texts/${claim.textId}`}>{t(messages.openText)}</Link>
            </>
          )}
        </p>
      </div>
      {judgement && (
        <div className="claims-body">
          <VerdictBadge judgement={judgement} />
          <Workings title={t(topic)} lines={judgement.lines} />
          <FigureLink claim={claim} />
        </div>
      )}
    </>
  )
}

/** To what it stands on: its figure, or the claim that it repeats. */
export function FigureLink({ claim: { figureKey, figureTitle, ofDay, repeatsId } }: { claim: Claim }) {
  const t = useText()
  if (repeatsId !== null) return <Link href={`/claims/${repeatsId}`}>{t(messages.toRepeated)}</Link>
  if (figureKey === null || figureTitle === null) return null
  return (
    <Link href={`/report/${figureKey}?asOf=${ofDay}`}>
      {t(messages.toFigure, { figure: t(figureTitle) })}
    </Link>
  )
}
