import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { contests } from '../../contract.ts'
import { ContestBadge } from '../contest-badge.tsx'
import { publicMessages as messages } from './messages.ts'

const A_PAGE = 20

/** Contests that are or were open, for everybody. */
export default function ContestsPage() {
  const t = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const answer = useAnswer(contests.listContests, { page, pageSize: A_PAGE }, { keepLast: true })
  return (
    <ReportPage title={t(messages.title)} standfirst={t(messages.standfirst)}>
      <Answered to={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t(messages.none)}>{t(messages.noneHint)}</EmptyState>
          ) : (
            <div className="ui-stack">
              <List label={t(messages.title)}>
                {rows.map((contest) => (
                  <ListItem
                    key={contest.id}
                    href={`/contests/${contest.id}`}
                    answer={<ContestBadge contest={contest} />}
                    title={contest.title}
                    note={t(messages.rowNote, {
                      organisation: contest.organisationName,
                      until: format.dateTime(contest.entriesUntil, 'long'),
                    })}
                  />
                ))}
              </List>
              {total > A_PAGE && (
                <Pagination page={page} pageSize={A_PAGE} total={total} onPageChange={setPage} />
              )}
            </div>
          )
        }
      </Answered>
    </ReportPage>
  )
}
