import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { claims } from '../../contract.ts'
import { messages } from './messages.ts'
import './texts.css'

const PAGE_SIZE = 30

/** Every text that was published, as it now stands. */
export default function TextsPage() {
  const t = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const answer = useAnswer(claims.listTexts, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  return (
    <ReportPage
      title={t(messages.title)}
      standfirst={t(messages.standfirst)}
      dateline={<Link href="/report">{t(messages.report)}</Link>}
    >
      <Answered to={answer}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title={t(messages.none)}>{t(messages.noneHint)}</EmptyState>
          ) : (
            <>
              <ul className="texts-list">
                {rows.map((row) => (
                  <li key={row.id}>
                    <p className="texts-name" lang="zh-CN">
                      <Link href={`/texts/${row.id}`}>{row.title}</Link>
                    </p>
                    <p className="texts-quiet">
                      {[
                        row.organisationName,
                        row.documentNumber,
                        t(messages.publishedOn, { day: format.date(row.publishedAt) }),
                        row.version > 1 && t(messages.version, { no: row.version }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </li>
                ))}
              </ul>
              <Pagination page={page} pageSize={PAGE_SIZE} total={total} onPageChange={setPage} />
            </>
          )
        }
      </Answered>
    </ReportPage>
  )
}
