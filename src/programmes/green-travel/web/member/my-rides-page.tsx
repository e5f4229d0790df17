import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { greenTravel } from '../../contract.ts'
import { messages } from './messages.ts'

type Ride = OutputOf<typeof greenTravel.myRides>['rows'][number]

const A_PAGE = 20
const SHOWN_MAX = 200

/** The person's own rides, newest first, as far as they are kept one by one. */
export default function MyRidesPage() {
  const t = useText()
  const format = useFormat()
  const [pageSize, setPageSize] = useState(A_PAGE)
  const noteOf = (ride: Ride) =>
    [
      ride.company,
      t(messages.rideLine, { member: format.yuan(ride.memberFen), union: format.yuan(ride.unionFen) }),
      ...(ride.reversedOn === null ? [] : [t(messages.reversed, { day: format.date(ride.reversedOn) })]),
    ].join(' · ')
  const rides = useAnswer(greenTravel.myRides, { pageSize }, { keepLast: true })
  return (
    <MemberPage title={t(messages.myRides)} backHref="/ride">
      <Answered to={rides} label={t(messages.loadingRides)}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState
              title={t(messages.noRides)}
              actions={
                <LinkButton href="/ride" icon="qr">
                  {t(messages.open)}
                </LinkButton>
              }
            >
              {t(messages.noRidesText)}
            </EmptyState>
          ) : (
            <>
              <p className="ui-hint">
                {t(messages.rideTotal, { count: total })} · {t(messages.myRidesNote)}
              </p>
              <List label={t(messages.myRides)}>
                {rows.map((ride) => (
                  <ListItem
                    key={`${ride.takenAt} ${ride.route}`}
                    answer={<time dateTime={ride.takenAt}>{format.dateTime(ride.takenAt)}</time>}
                    title={ride.route ?? t(messages.unknownRoute)}
                    note={noteOf(ride)}
                  />
                ))}
              </List>
              {rows.length < Math.min(total, SHOWN_MAX) && (
                <Button wide onPress={() => setPageSize(Math.min(SHOWN_MAX, pageSize + A_PAGE))}>
                  {t(messages.showMore)}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </MemberPage>
  )
}
