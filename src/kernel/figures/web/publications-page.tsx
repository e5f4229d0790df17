import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { figures } from '../contract.ts'
import { messages } from './messages.ts'
import './report.css'

const PAGE_SIZE = 20

/** Every publication, newest first. */
export default function PublicationsPage() {
  const t = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const publications = useAnswer(figures.listPublications, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  return (
    <ReportPage
      title={t(messages.publicationsTitle)}
      standfirst={t(messages.publicationsStandfirst)}
      dateline={<Link href="/report">{t(messages.backToReport)}</Link>}
    >
      <Answered to={publications}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t(messages.noPublications)}>{t(messages.noPublicationsHint)}</EmptyState>
          ) : (
            <>
              <ul className="figures-list">
                {rows.map(({ id, title, asOf, publishedAt, figures: count, correctedBy }) => (
                  <li key={id}>
                    <h2>
                      <Link href={`/report/publications/${id}`}>{title}</Link>
                    </h2>
                    <p className="figures-quiet">
                      {t(messages.asOfDay, { day: format.date(asOf) })} · {t(messages.figureCount, { count })}{' '}
                      · {t(messages.publishedOn, { day: format.date(publishedAt) })}
                    </p>
                    {correctedBy && <p className="figures-quiet">{t(messages.correctedBy)}</p>}
                  </li>
                ))}
              </ul>
              {total > PAGE_SIZE && (
                <Pagination page={page} pageSize={PAGE_SIZE} total={total} onPageChange={setPage} />
              )}
            </>
          )
        }
      </Answered>
    </ReportPage>
  )
}
