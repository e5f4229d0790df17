import { Button } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { CategoryField } from './category-field.tsx'
import { FilmField } from './film-field.tsx'
import { messages } from './messages.ts'
import { ParticipantsField } from './participants-field.tsx'
import { TimeLeft } from './time-left.tsx'
import { useEntryForm, type EntryForm, type EntryFormProps } from './use-entry-form.ts'
import { WhoField } from './who-field.tsx'
import './entrant.css'

/** The film is sent while the rest is filled in. What was typed outlives a reload; a lost answer is never sent twice. */
export function EnterForm(props: EntryFormProps) {
  const t = useText()
  const form = useEntryForm(props)
  const { contest, place, kinds } = props
  return (
    <Form onSubmit={form.send} {...form.said}>
      <TimeLeft until={contest.entriesUntil} />
      {form.isKept && <p className="entrant-small">{t(messages.kept)}</p>}
      <WorkCard {...props} form={form} />
      <Card title={t(messages.who)}>
        <WhoField
          kinds={kinds}
          kind={form.kind}
          onKind={(chosen) => form.change({ kind: chosen })}
          place={place}
          unitId={form.unitId}
          onUnit={(id) => form.change({ unitId: id })}
        />
        <ParticipantsField
          people={form.draft.people}
          onChange={(people) => form.change({ people })}
          most={form.most}
          isAnonymous={contest.rules.isAnonymous}
          problems={form.problems}
        />
      </Card>
      <Button type="submit" variant="primary" wide isPending={form.isSending}>
        {t(messages.send)}
      </Button>
    </Form>
  )
}

function WorkCard({ contest, place, form }: EntryFormProps & { readonly form: EntryForm }) {
  const t = useText()
  const { draft, category, change } = form
  return (
    <Card title={t(messages.work)}>
      <CategoryField
        categories={contest.rules.categories}
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
        description={t(contest.rules.isAnonymous ? messages.titleAnonymous : messages.titleHint)}
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
  )
}
