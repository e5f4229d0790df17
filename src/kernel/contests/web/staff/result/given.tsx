import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Drawer } from '#ui/controls/drawer.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { contests } from '../../../contract.ts'
import type { Contest } from '../../types.ts'
import { resultMessages as messages } from './messages.ts'
import { ProposeRevocation, Reissue } from './revocation-forms.tsx'

type Row = OutputOf<typeof contests.listCertificates>['rows'][number]
type ContestProps = { readonly contest: Contest }

const A_PAGE = 20
const statuses = { good: 'good', proposed: 'warn', revoked: 'bad' } as const

/** Every certificate by its number; opened, it can be proposed for revocation, decided, or given anew. */
export function GivenCertificates({ contest }: ContestProps) {
  const t = useText()
  const [page, setPage] = useState(1)
  const [search, setSearch] = useSearchText()
  const answer = useAnswer(
    contests.listCertificates,
    { contestId: contest.id, page, pageSize: A_PAGE },
    { keepLast: true },
  )
  const opened = answer.data?.rows.find(({ code }) => code === search.get('certificate'))
  return (
    <Card title={t(messages.given)}>
      <p className="ui-hint">{t(messages.givenHint)}</p>
      <Answered to={answer}>
        {({ rows, total }) => (
          <>
            <Rows rows={rows} contestId={contest.id} />
            {total > A_PAGE && (
              <Pagination page={page} pageSize={A_PAGE} total={total} onPageChange={setPage} />
            )}
          </>
        )}
      </Answered>
      <Drawer
        title={opened?.no ?? ''}
        isOpen={opened !== undefined}
        onOpenChange={() => setSearch(new URLSearchParams())}
      >
        {opened && <Opened key={opened.code} row={opened} />}
      </Drawer>
    </Card>
  )
}

function Rows({ rows, contestId }: { readonly rows: readonly Row[]; readonly contestId: string }) {
  const t = useText()
  return (
    <div className="contest-list" tabIndex={0} role="group" aria-label={t(messages.given)}>
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t(messages.certificateNo)}</th>
            <th scope="col">{t(messages.awarded)}</th>
            <th scope="col">{t(messages.holder)}</th>
            <th scope="col">{t(messages.state)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, no, awardName, names, unitName, state }) => (
            <tr key={code}>
              <th scope="row">
                <Link href={`/staff/contests/${contestId}/result?certificate=${code}`}>{no}</Link>
              </th>
              <td>{awardName}</td>
              <td>{names.length === 0 ? unitName : names.join('、')}</td>
              <td>
                <StatusBadge status={statuses[state]}>{t(messages[`certificate-${state}`])}</StatusBadge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Opened({ row }: { readonly row: Row }) {
  const t = useText()
  const { state, caseId, title, names, unitName, awardName, ground, isReplaced, code } = row
  const mayReplace = state === 'revoked' && !isReplaced && ground !== 'award-withdrawn'
  return (
    <div className="ui-stack">
      <span className="ui-row">
        <StatusBadge status={statuses[state]}>{t(messages[`certificate-${state}`])}</StatusBadge>
        {isReplaced && <span className="ui-hint">{t(messages.isReplaced)}</span>}
      </span>
      <DescriptionList
        items={[
          { term: t(messages.awarded), value: awardName },
          ...(title === null ? [] : [{ term: t(messages.entry), value: title }]),
          { term: t(messages.holder), value: names.length === 0 ? unitName : names.join('、') },
          { term: t(messages.unit), value: unitName },
          ...(ground === null ? [] : [{ term: t(messages.ground), value: t(messages[ground]) }]),
        ]}
      />
      <Link href={`/contests/certificates/${code}`}>{t(messages.checkPage)}</Link>
      {state === 'good' && (
        <Allowed permission="contests.run">
          <ProposeRevocation code={code} />
        </Allowed>
      )}
      {mayReplace && (
        <Allowed permission="contests.run">
          <Reissue row={row} />
        </Allowed>
      )}
      {caseId !== null && (
        <>
          <CaseMoves caseId={caseId} />
          <CaseTimeline caseId={caseId} />
        </>
      )}
    </div>
  )
}
