import { useEffect, useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { contests } from '../../contract.ts'
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.ts'
import { messages } from './messages.ts'
import { nobody, type Contest, type EntrantKind, type Place } from './types.ts'

export type EntryFormProps = {
  readonly contest: Contest
  readonly place: Place
  /** Of the contest's, those that the caller may enter as. */
  readonly kinds: readonly EntrantKind[]
  readonly myName: string
}

/** What is typed, kept on the device until it is sent; and the sending. */
export function useEntryForm({ contest, place, kinds, myName }: EntryFormProps) {
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
  const kind = kinds.includes(draft.kind) ? draft.kind : kinds[0]!
  const most = { person: 1, team: rules.teamMax, unit: 100 }[kind]
  const isFilm = category?.media.kind === 'video'
  const send = () =>
    enter.mutate(
      {
        contestId: contest.id,
        category: draft.category,
        kind,
        title: draft.title,
        unitId: kind === 'unit' ? unitId : place.own!.id,
        participants: draft.people.slice(0, most),
        body: category?.media.kind === 'text' ? draft.body : '',
        fileId: isFilm ? (draft.film?.fileId ?? null) : null,
        posterFileId: isFilm ? draft.posterFileId : null,
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
  return {
    ...{ draft, change, category, unitId, kind, most, send },
    isKept: kept !== undefined && kept.title !== '',
    isSending: enter.isPending,
    problems: enter.error?.problems ?? [],
    said: isOffline ? { errors: {}, formError: t(messages.offlineKept) } : formRefusal(enter.error, t),
  }
}

export type EntryForm = ReturnType<typeof useEntryForm>

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
