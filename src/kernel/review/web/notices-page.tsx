import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { review } from '../contract.ts'
import { noticeMessages as messages } from './notice-messages.ts'
import { NoticeBadge, PeriodText } from './notice-parts.tsx'

const PAGE_SIZE = 20

/** What is about to be decided, for everybody to see. */
export default function NoticesPage() {
  const t = useText()
  const [view, setView] = useState<'running' | 'ended'>('running')
  const [page, setPage] = useState(1)
  const answer = useAnswer(review.listNotices, { view, page, pageSize: PAGE_SIZE }, { keepLast: true })
  const show = (chosen: typeof view) => {
    setView(chosen)
    setPage(1)
  }
  return (
    <ReportPage title={t(messages.title)} standfirst={t(messages.standfirst)}>
      <div className="ui-stack">
        <SegmentedControl
          label={t(messages.view)}
          segments={[
            { id: 'running', label: t(messages.running) },
            { id: 'ended', label: t(messages.endedView) },
          ]}
          value={view}
          onChange={show}
        />
        <Answered to={answer}>
          {({ rows, total }) =>
            total === 0 ? (
              <EmptyState title={t(messages.none)}>{t(messages.noneWhy)}</EmptyState>
            ) : (
              <>
                <List label={t(messages.title)}>
                  {rows.map((notice) => (
                    <ListItem
                      key={notice.id}
                      href={`/notices/${notice.id}`}
                      answer={<NoticeBadge state={notice.state} />}
                      title={notice.title}
                      note={
                        <>
                          {notice.organisationName} · <PeriodText notice={notice} />
                        </>
                      }
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
      </div>
    </ReportPage>
  )
}
