import { useEffect, useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { contests } from '../../contract.ts'
import { CategoryField } from './category-field.tsx'
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.ts'
import { FilmField } from './film-field.tsx'
import { messages } from './messages.ts'
import { ParticipantsField } from './participants-field.tsx'
import { TimeLeft } from './time-left.tsx'
import { WhoField } from './who-field.tsx'
import { nobody, type Contest, type EntrantKind, type Place } from './types.ts'
import './entrant.css'

type EnterFormProps = {
  readonly contest: Contest
  readonly place: Place
  /** Of the contest's, those that the caller may enter as. */
  readonly kinds: readonly EntrantKind[]
  readonly myName: string
}

/** The film is sent while the rest is filled in. What was typed outlives a reload; a lost answer is never sent twice. */
export function EnterForm({ contest, place, kinds, myName }: EnterFormProps) {
  const t = useText()
  const toast = useToast()
  const { navigate } = useLinks()
  const { rules } = contest
  const [kept] = useState(() => readDraft(contest.id))
  const [draft, setDraft] = useState<Draft>(() => kept ?? blank(rules.categories, place, kinds[0]!, myName))
  const enter = useCommand(contests.enterContest)
  useEffect(() => keepDraft(contest.id, draft), [contest.id, draft])
  const change = (part: Partial<Draft>) => {
    if (enter.error !== null) enter.reset()
    setDraft((before) => ({ ...before, ...part }))
  }
  const category = rules.categories.find(({ id }) => id === draft.category)
  // What was kept may name a unit that the person no longer enters for.
  const unitId = place.units.find(({ id }) => id === draft.unitId)?.id ?? place.units[0]?.id ?? ''
  const most = { person: 1, team: rules.teamMax, unit: 100 }
  const kind = kinds.includes(draft.kind) ? draft.kind : kinds[0]!
  const send = () =>
    enter.mutate(
      {
        contestId: contest.id,
        category: draft.category,
        kind,
        title: draft.title,
        unitId: kind === 'unit' ? unitId : place.own!.id,
        participants: draft.people.slice(0, most[kind]),
        body: category?.media.kind === 'text' ? draft.body : '',
        fileId: category?.media.kind === 'video' ? (draft.film?.fileId ?? null) : null,
        posterFileId: category?.media.kind === 'video' ? draft.posterFileId : null,
      },
      {
        onSuccess: ({ id, no }) => {
          dropDraft(contest.id)
          toast({ text: t(messages.sent, { no }) })
          navigate(`/entries/${id}`)
        },
      },
    )
  const isOffline = enter.error?.code === 'offline'
  const said = isOffline ? { errors: {}, formError: t(messages.offlineKept) } : formRefusal(enter.error, t)
  return (
    <Form onSubmit={send} {...said}>
      <TimeLeft until={contest.entriesUntil} />
      {kept !== undefined && kept.title !== '' && <p className="entrant-small">{t(messages.kept)}</p>}
      <Card title={t(messages.work)}>
        <CategoryField
          categories={rules.categories}
          entered={place.entered}
          value={draft.category}
          onChange={(id) => change({ category: id, film: null, posterFileId: null })}
        />
        {category?.media.kind === 'video' && (
          <FilmField
            key={category.id}
            contestId={contest.id}
            category={category}
            film={draft.film}
            onFilm={(film) => change({ film, posterFileId: null })}
            onPoster={(posterFileId) => change({ posterFileId })}
          />
        )}
        <TextField
          name="title"
          label={t(messages.title)}
          description={t(rules.isAnonymous ? messages.titleAnonymous : messages.titleHint)}
          maxLength={80}
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        {category?.media.kind === 'text' && (
          <TextArea
            name="body"
            label={t(messages.body)}
            description={t(messages.bodyCount, {
              count: [...draft.body].length,
              most: category.media.charactersMax,
            })}
            rows={12}
            value={draft.body}
            onChange={(body) => change({ body })}
          />
        )}
      </Card>
      <Card title={t(messages.who)}>
        <WhoField
          kinds={kinds}
          kind={kind}
          onKind={(chosen) => change({ kind: chosen })}
          place={place}
          unitId={unitId}
          onUnit={(id) => change({ unitId: id })}
        />
        <ParticipantsField
          people={draft.people}
          onChange={(people) => change({ people })}
          most={most[kind]}
          isAnonymous={rules.isAnonymous}
          problems={enter.error?.problems ?? []}
        />
      </Card>
      <Button type="submit" variant="primary" wide isPending={enter.isPending}>
        {t(messages.send)}
      </Button>
    </Form>
  )
}

function blank(
  categories: Contest['rules']['categories'],
  { entered, units }: Place,
  kind: EntrantKind,
  myName: string,
): Draft {
  const free = categories.find(({ id }) => entered.every(({ category }) => category !== id))
  return {
    category: free?.id ?? '',
    kind,
    title: '',
    body: '',
    film: null,
    posterFileId: null,
    unitId: units[0]?.id ?? '',
    people: [{ ...nobody, name: myName }],
  }
}
