import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { contests } from '../../contract.ts'
import { entryMessages } from './entry-messages.ts'
import { EntryStatus } from './entry-status.tsx'
import { messages } from './messages.ts'

const PAGE_SIZE = 20

/** What I entered and how far each came, newest first. */
export default function EntriesPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(messages.entriesTitle)} backHref="/contests">
      <Answered to={me} label={t(messages.loadingEntries)}>
        {({ signedIn, person }) =>
          !signedIn ? (
            <SignInState>{t(messages.signInEntries)}</SignInState>
          ) : person === null ? (
            <None />
          ) : (
            <Mine />
          )
        }
      </Answered>
    </MemberPage>
  )
}

function Mine() {
  const t = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const answer = useAnswer(contests.listMyEntries, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  return (
    <Answered to={answer} label={t(messages.loadingEntries)}>
      {({ rows, total }) =>
        total === 0 ? (
          <None />
        ) : (
          <>
            <List label={t(entryMessages.list)}>
              {rows.map((row) => (
                <ListItem
                  key={row.id}
                  href={`/entries/${row.id}`}
                  answer={
                    <EntryStatus
                      state={row.state}
                      isDisqualified={row.disqualifiedReason !== null}
                      awardName={row.awardName}
                    />
                  }
                  title={row.title}
                  note={`${t(entryMessages.line, { contest: row.contestTitle, no: row.no })} · ${format.date(row.enteredAt)}`}
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
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      title={t(entryMessages.none)}
      actions={
        <LinkButton variant="primary" href="/contests">
          {t(entryMessages.contests)}
        </LinkButton>
      }
    >
      {t(entryMessages.noneWhy)}
    </EmptyState>
  )
}
