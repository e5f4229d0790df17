import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Drawer } from '#ui/controls/drawer.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../../contract.ts'
import { messages as shared } from '../../messages.ts'
import type { Contest } from '../../types.ts'
import { WorkCard } from '../../work-card.tsx'
import { staffMessages } from '../messages.ts'
import { Decide } from './decide.tsx'
import { EntryRounds } from './entry-rounds.tsx'
import { entryMessages as messages } from './messages.ts'

export type DeskEntry = OutputOf<typeof contests.getEntryAtDesk>

type EntryDrawerProps = {
  readonly contest: Contest
  /** Null: closed. */
  readonly entryId: string | null
  readonly onClose: () => void
}

/** One entry beside the list: the work, consents, what it was checked for, its rounds, and decisions on it. */
export function EntryDrawer({ contest, entryId, onClose }: EntryDrawerProps) {
  const t = useText()
  const answer = useAnswer(contests.getEntryAtDesk, { id: entryId ?? '' }, { enabled: entryId !== null })
  const no = answer.data?.no
  return (
    <Drawer
      title={no === undefined ? t(staffMessages.entryTitle) : t(messages.entryNo, { no })}
      isOpen={entryId !== null}
      onOpenChange={onClose}
    >
      <Answered to={answer} label={t(shared.loading)}>
        {(entry) => <Whole entry={entry} contest={contest} />}
      </Answered>
    </Drawer>
  )
}

type WholeProps = { readonly entry: DeskEntry; readonly contest: Contest }

function Whole({ entry, contest }: WholeProps) {
  const t = useText()
  const category = contest.rules.categories.find(({ id }) => id === entry.category)?.name ?? entry.category
  const isOut = entry.disqualifiedReason !== null
  return (
    <div className="ui-stack">
      <span className="ui-row">
        <StatusBadge status={isOut ? 'bad' : entry.state === 'submitted' ? 'good' : 'quiet'}>
          {t(isOut ? staffMessages.disqualified : staffMessages[entry.state])}
        </StatusBadge>
        <span className="ui-hint">
          {category} · {t(shared[entry.kind])} · {entry.unitName}
        </span>
      </span>
      <WorkCard
        heading={entry.title}
        note={`${t(messages.entrant)} ${entry.entrantName}`}
        label={t(messages.entryNo, { no: entry.no })}
        body={entry.body}
        film={entry.film}
      />
      <Checked entry={entry} />
      <People entry={entry} />
      <EntryRounds entry={entry} rules={contest.rules} />
      {entry.certificate !== null && (
        <section>
          <h3>{t(messages.certificate)}</h3>
          <Link href={`/contests/certificates/${entry.certificate.code}`}>
            {entry.certificate.awardName} · {entry.certificate.no}
          </Link>
        </section>
      )}
      <Decisions entry={entry} />
    </div>
  )
}

const MEGABYTE = 1024 ** 2

function Checked({ entry }: { readonly entry: DeskEntry }) {
  const t = useText()
  const format = useFormat()
  const { filmFacts: film, characters } = entry
  return (
    <section>
      <h3>{t(messages.checked)}</h3>
      <ul className="contest-facts">
        <li>{t(messages.inTime, { at: format.dateTime(entry.enteredAt) })}</li>
        <li>{t(messages.ownUnit, { unit: entry.unitName })}</li>
        {film !== null && (
          <li>
            {t(messages.film, {
              codec: film.codec ?? '—',
              width: String(film.width),
              height: String(film.height),
              seconds: format.number(film.seconds, 2),
              size: format.number(film.bytes / MEGABYTE, 1),
            })}
          </li>
        )}
        {characters !== null && <li>{t(messages.text, { count: characters })}</li>}
      </ul>
    </section>
  )
}

function People({ entry }: { readonly entry: DeskEntry }) {
  const t = useText()
  const format = useFormat()
  return (
    <section>
      <h3>{t(messages.people)}</h3>
      <DescriptionList
        items={entry.participants.map((one) => ({
          term: one.name,
          value: [
            t(messages.agreed, { at: format.dateTime(one.consentedAt) }),
            ...(one.isMinor ? [t(messages.minor, { guardian: one.guardianName })] : []),
            t(one.agreesToPublication ? messages.public : messages.notPublic),
          ].join(' · '),
        }))}
      />
    </section>
  )
}

function Decisions({ entry }: { readonly entry: DeskEntry }) {
  const t = useText()
  const events = entry.decisions.toReversed().map(({ isOut, reason, by, at }) => ({
    id: new Date(at).toISOString(),
    at,
    who: by,
    what: t(isOut ? messages.takenOut : messages.takenBack),
    why: reason,
    status: isOut ? ('bad' as const) : ('good' as const),
  }))
  return (
    <section className="ui-stack">
      <h3>{t(messages.decisions)}</h3>
      {events.length > 0 && <Timeline label={t(messages.decisions)} events={events} />}
      {entry.state === 'submitted' && <Decide key={entry.id} entry={entry} />}
    </section>
  )
}
