import { useParams } from '@tanstack/react-router'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { FilmPlayer } from '#ui/film/film-player.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { contests } from '../../contract.ts'
import { entryMessages } from './entry-messages.ts'
import { EntryResult, useMine } from './entry-result.tsx'
import { EntryStatus } from './entry-status.tsx'
import { messages } from './messages.ts'
import { PublicationCard } from './publication-card.tsx'
import { WithdrawCard } from './withdraw-card.tsx'
import type { Contest, Entry } from './types.ts'
import './entrant.css'

/** One of my entries: the work, who agreed, how far it came; taken back while entries are open. */
export default function EntryPage() {
  const t = useText()
  const me = useMe()
  const { entryId = '' } = useParams({ strict: false })
  return (
    <MemberPage title={t(messages.entryTitle)} backHref="/entries">
      <Answered to={me} label={t(messages.loadingEntries)}>
        {({ signedIn }) =>
          signedIn ? <Known entryId={entryId} /> : <SignInState>{t(messages.signInEntries)}</SignInState>
        }
      </Answered>
    </MemberPage>
  )
}

function Known({ entryId }: { entryId: string }) {
  const t = useText()
  const entry = useAnswer(contests.getEntry, { id: entryId })
  const contestId = entry.data?.contestId ?? ''
  const contest = useAnswer(contests.getContest, { id: contestId }, { enabled: contestId !== '' })
  return (
    <Answered to={entry} label={t(messages.loadingEntries)}>
      {(work) => (
        <Answered to={contest} label={t(messages.loading)}>
          {(call) => <Shown entry={work} contest={call} />}
        </Answered>
      )}
    </Answered>
  )
}

function Shown({ entry, contest }: { entry: Entry; contest: Contest }) {
  const t = useText()
  const format = useFormat()
  const category = contest.rules.categories.find(({ id }) => id === entry.category)
  return (
    <>
      <section className="ui-stack entrant-head">
        <EntryStatus
          state={entry.state}
          isDisqualified={entry.disqualifiedReason !== null}
          awardName={useMine(entry.id)?.awardName ?? null}
        />
        <h2>{entry.title}</h2>
        <Link href={`/contests/${contest.id}`}>{contest.title}</Link>
        {entry.disqualifiedReason !== null && (
          <p>{t(entryMessages.disqualifiedWhy, { reason: entry.disqualifiedReason })}</p>
        )}
      </section>
      <EntryResult entry={entry} />
      <Work entry={entry} />
      <Card>
        <DescriptionList
          items={[
            { term: t(entryMessages.no), value: String(entry.no) },
            { term: t(entryMessages.category), value: category?.name ?? entry.category },
            { term: t(entryMessages.unit), value: entry.unitName },
            { term: t(entryMessages.enteredAt), value: format.dateTime(entry.enteredAt) },
          ]}
        />
      </Card>
      <People entry={entry} />
      {entry.state === 'submitted' && <PublicationCard entry={entry} />}
      {(entry.mayWithdraw || entry.state === 'withdrawn') && (
        <WithdrawCard entry={entry} until={contest.entriesUntil} />
      )}
    </>
  )
}

function Work({ entry: { film, body, no } }: { entry: Entry }) {
  const t = useText()
  if (film === null)
    return (
      <Card title={t(entryMessages.work)}>
        <p className="entrant-text">{body}</p>
      </Card>
    )
  const plays = {
    'small-copy': entryMessages.smallCopy,
    original: entryMessages.original,
    waiting: entryMessages.waiting,
  }
  return (
    <Card title={t(entryMessages.work)}>
      <FilmPlayer
        src={film.videoAddress}
        poster={film.posterAddress}
        label={t(entryMessages.filmLabel, { no })}
        width={film.width}
        height={film.height}
        seconds={film.seconds}
      >
        <p>{t(plays[film.plays])}</p>
        {!film.playsEverywhere && <p>{t(entryMessages.notEverywhere)}</p>}
      </FilmPlayer>
    </Card>
  )
}

function People({ entry: { participants } }: { entry: Entry }) {
  const t = useText()
  const format = useFormat()
  return (
    <Card title={t(entryMessages.people)}>
      <ul className="entrant-names">
        {participants.map(({ name, isMinor, guardianName, consentedAt }, index) => (
          <li key={index}>
            <b>{name}</b>
            <span className="entrant-small">
              {t(entryMessages.consented, { at: format.dateTime(consentedAt) })}
              {isMinor && `，${t(entryMessages.minor, { guardian: guardianName })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
