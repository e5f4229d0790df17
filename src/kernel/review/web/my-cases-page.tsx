import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { review } from '../contract.ts'
import { statusOf } from './case-status.ts'
import { messages } from './messages.ts'

const PAGE_SIZE = 20

/** What I applied for and where it stands, newest first. */
export default function MyCasesPage() {
  const t = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const wish = { view: 'mine', sort: 'newest', page, pageSize: PAGE_SIZE } as const
  const answer = useAnswer(review.listCases, wish, { keepLast: true })
  return (
    <MemberPage title={t(messages.mine)} backHref="/me">
      <Answered to={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t(messages.noneOfMine)}>{t(messages.noneOfMineWhy)}</EmptyState>
          ) : (
            <>
              <List label={t(messages.list)}>
                {rows.map((row) => (
                  <ListItem
                    key={row.id}
                    href={`/me/cases/${row.id}`}
                    answer={<StatusBadge status={statusOf(row.outcome)}>{t(row.stateTitle)}</StatusBadge>}
                    title={row.summary}
                    note={`${t(row.procedureTitle)} · ${format.relative(row.since)}`}
                  />
                ))}
              </List>
              {total > PAGE_SIZE && (
                <Pagination page={page} pageSize={PAGE_SIZE} total={total} onPageChange={setPage} />
              )}
            </>
          )
        }
      </Answered>
    </MemberPage>
  )
}
