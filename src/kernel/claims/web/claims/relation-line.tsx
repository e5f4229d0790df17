import type { OutputOf } from '#platform/contract.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import type { claims } from '../../contract.ts'
import { VerdictBadge, Workings } from './verdict-badge.tsx'

type Relation = OutputOf<typeof claims.listRelations>['rows'][number]

/** What should hold between some claims, the claims, and whether it does. */
export function RelationLine({
  relation: { code, title, claims: named, judgement },
}: {
  relation: Relation
}) {
  const t = useText()
  return (
    <>
      <div>
        {code && <p className="claims-code">{code}</p>}
        <h3>{t(title)}</h3>
        <ul className="claims-quiet">
          {named.map(({ id, topic, words }) => (
            <li key={id}>
              <Link href={`/claims/${id}`}>{t(topic)}</Link> {words}
            </li>
          ))}
        </ul>
      </div>
      {judgement && (
        <div className="claims-body">
          <VerdictBadge judgement={judgement} />
          <Workings title={t(title)} lines={judgement.lines} />
        </div>
      )}
    </>
  )
}
