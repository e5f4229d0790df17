import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { claims } from '../../contract.ts'
import { ClaimDialog } from './claim-dialog.tsx'
import './claims.css'
import { messages } from './messages.ts'
import { staffMessages as words } from './staff-messages.ts'
import { StaffRelations } from './staff-relations.tsx'
import { VerdictBadge } from './verdict-badge.tsx'

const PAGE_SIZE = 50

export type Claim = OutputOf<typeof claims.listClaims>['rows'][number]

/** What was said in print: recorded, bound to figures, corrected, and checked. */
export default function StaffClaimsPage() {
  const t = useText()
  const toast = useToast()
  const check = useCommand(claims.checkClaims, ['audit'])
  const [edited, setEdited] = useState<Claim | 'new' | null>(null)
  const run = async () => {
    const { lookedAt, changed } = await check.mutateAsync({})
    toast({ text: t(words.checked, { looked: lookedAt, changed }) })
  }
  return (
    <>
      <PageHeader
        title={t(words.title)}
        summary={t(words.summary)}
        actions={
          <>
            <LinkButton href="/claims" icon="document">
              {t(words.publicPage)}
            </LinkButton>
            <Allowed permission="claims.write">
              <Button isPending={check.isPending} onPress={() => void run().catch(() => undefined)}>
                {t(words.check)}
              </Button>
              <Button variant="primary" icon="plus" onPress={() => setEdited('new')}>
                {t(words.record)}
              </Button>
            </Allowed>
          </>
        }
      />
      <Card title={t(messages.back)}>
        <ClaimTable onEdit={setEdited} />
      </Card>
      <StaffRelations />
      {edited !== null && <ClaimDialog edited={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function ClaimTable({ onEdit }: { onEdit: (claim: Claim) => void }) {
  const t = useText()
  const [{ search, page }, setAsked] = useState({ search: '', page: 1 })
  const answer = useAnswer(
    claims.listClaims,
    { page, pageSize: PAGE_SIZE, ...(search && { search }) },
    { keepLast: true },
  )
  const heads = [words.topic, words.words, words.verdict, words.figure, words.source]
  return (
    <>
      <SearchField
        label={t(words.topic)}
        onSubmit={(text) => setAsked({ search: text, page: 1 })}
        onClear={() => setAsked({ search: '', page: 1 })}
      />
      <Answered to={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t(search === '' ? messages.noneYet : messages.none)} />
          ) : (
            <>
              <div
                className="ui-table-scroll claims-table"
                tabIndex={0}
                role="group"
                aria-label={t(words.title)}
              >
                <table className="ui-table">
                  <thead>
                    <tr>
                      {heads.map((head) => (
                        <th key={head.zh} scope="col">
                          {t(head)}
                        </th>
                      ))}
                      <Allowed permission="claims.write">
                        <th scope="col">{t(words.correct)}</th>
                      </Allowed>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((claim) => (
                      <ClaimRow key={claim.id} claim={claim} onEdit={() => onEdit(claim)} />
                    ))}
                  </tbody>
                </table>
              </div>
              <Pagination
                page={page}
                pageSize={PAGE_SIZE}
                total={total}
                onPageChange={(next) => setAsked({ search, page: next })}
              />
            </>
          )
        }
      </Answered>
    </>
  )
}

function ClaimRow({ claim, onEdit }: { claim: Claim; onEdit: () => void }) {
  const t = useText()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <Link href={`/claims/${claim.id}`}>{t(claim.topic)}</Link>
      </th>
      <td>{claim.words}</td>
      <td>{claim.judgement && <VerdictBadge judgement={claim.judgement} />}</td>
      <td>{claim.figureTitle ? t(claim.figureTitle) : t(words.notBound)}</td>
      <td>
        {claim.medium} {format.date(claim.saidOn)}
      </td>
      <Allowed permission="claims.write">
        <td>
          {claim.textId === null ? (
            <Button variant="quiet" icon="edit" onPress={onEdit}>
              {t(words.correct)}
            </Button>
          ) : (
            <Link href={`/staff/drafts/${claim.textId}`}>{t(words.correctText)}</Link>
          )}
        </td>
      </Allowed>
    </tr>
  )
}
