import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import '../../member/certificate/certificate.css'
import { inspectionMessages } from './messages.ts'

const ROUTES_SHOWN = 10

/** The routes that were planned last, with how far each has come. */
export function RoutesCard() {
  const t = useText()
  const format = useFormat()
  const answer = useAnswer(stations.listRounds, { pageSize: ROUTES_SHOWN })
  return (
    <Card title={t(inspectionMessages.routes)}>
      <Answered to={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t(inspectionMessages.noRoutes)}</p>
          ) : (
            <ul className="certificate-lines">
              {rows.map(({ id, day, inspector, stops, done }) => (
                <li key={id}>
                  <Link href={`/inspect/${id}`}>
                    {t(inspectionMessages.routeOf, { day: format.date(day), inspector })}
                  </Link>{' '}
                  <span className="ui-figures">{t(inspectionMessages.doneOf, { done, stops })}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}
