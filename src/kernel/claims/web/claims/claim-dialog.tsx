import { useState } from 'react'
import { figures } from '#kernel/figures/contract.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { claims } from '../../contract.ts'
import { kept, shown, type Meaning } from './meaning.ts'
import { MeaningFields } from './meaning-fields.tsx'
import { messages } from './messages.ts'
import type { Claim } from './staff-claims-page.tsx'
import { staffMessages as words } from './staff-messages.ts'

const NEW_SOURCE = 'new'
const NO_FIGURE = 'none'
const NOTHING: Meaning = { value: null, low: null, high: null, unitZh: '', dimension: 'places' }

/** Records a claim, or writes the next version of one: bound, worded right, or released from its figure. */
export function ClaimDialog({ edited, onClose }: { edited: Claim | 'new'; onClose: () => void }) {
  const t = useText()
  const before = edited === 'new' ? undefined : edited
  const form = useClaimForm(before, onClose)
  return (
    <Dialog
      title={t(before ? words.correct : words.record)}
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form onSubmit={(data) => void form.save(data).catch(() => undefined)} {...form.refusals}>
        <SourceFields {...form.source} />
        <TextField name="topicZh" label={t(words.topicZh)} defaultValue={before?.topic.zh ?? ''} isRequired />
        <TextField name="topicEn" label={t(words.topicEn)} defaultValue={before?.topic.en ?? ''} isRequired />
        <MeaningFields phrase={form.phrase} meaning={form.meaning} onChange={form.say} />
        <DatePicker name="ofDay" label={t(words.ofDay)} {...(before && { defaultValue: before.ofDay })} />
        <DatePicker
          name="since"
          label={t(words.since)}
          description={t(words.sinceHint)}
          isOptional
          {...(before?.since != null && { defaultValue: before.since })}
        />
        <Select
          label={t(words.figure)}
          description={t(words.figureHint)}
          options={[{ id: NO_FIGURE, label: t(words.notBound) }, ...form.figures]}
          value={form.figureKey}
          onChange={form.setFigureKey}
        />
        {before && <TextField name="reason" label={t(words.reason)} isRequired />}
        <div className="ui-dialog-actions">
          <Button type="submit" variant="primary" isPending={form.isPending}>
            {t(words.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

type SourceProps = {
  sources: readonly { id: string; medium: string; title: string }[]
  sourceId: string
  onChange: (id: string) => void
}

function SourceFields({ sources, sourceId, onChange }: SourceProps) {
  const t = useText()
  return (
    <>
      <Select
        label={t(words.source)}
        options={[
          ...sources.map(({ id, medium, title }) => ({ id, label: `${medium} · ${title}` })),
          { id: NEW_SOURCE, label: t(words.newSource) },
        ]}
        value={sourceId}
        onChange={onChange}
      />
      {sourceId === NEW_SOURCE && (
        <>
          <TextField name="medium" label={t(words.medium)} isRequired />
          <TextField name="title" label={t(words.sourceTitle)} isRequired />
          <DatePicker name="saidOn" label={t(words.saidOn)} />
        </>
      )}
    </>
  )
}

function useClaimForm(before: Claim | undefined, onClose: () => void) {
  const t = useText()
  const toast = useToast()
  const sources = useAnswer(claims.listSources, { pageSize: 100 }).data?.rows ?? []
  const declared = useAnswer(figures.listFigures, {}).data?.rows ?? []
  const [chosen, setSourceId] = useState<string | undefined>(before?.sourceId)
  const [phrase, setPhrase] = useState(before?.words ?? '')
  const [meaning, setMeaning] = useState<Meaning>(before ? shown(before) : NOTHING)
  const [bound, setFigureKey] = useState(before?.figureKey ?? NO_FIGURE)
  const source = useCommand(claims.recordSource, ['audit'])
  const record = useCommand(claims.recordClaim, ['audit'])
  const correct = useCommand(claims.correctClaim, ['audit'])
  const sourceId = chosen ?? sources[0]?.id ?? NEW_SOURCE
  const options = declared
    .filter(({ dimension }) => dimension === meaning.dimension)
    .map(({ key, title }) => ({ id: key, label: t(title) }))
  const figureKey = options.some(({ id }) => id === bound) ? bound : NO_FIGURE
  const save = async (data: FormData) => {
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const made =
      sourceId === NEW_SOURCE
        ? await source.mutateAsync({ medium: text('medium'), title: text('title'), saidOn: text('saidOn') })
        : { id: sourceId }
    setSourceId(made.id)
    const draft = {
      sourceId: made.id,
      topicZh: text('topicZh'),
      topicEn: text('topicEn'),
      words: phrase.trim(),
      ...kept(meaning),
      unitZh: meaning.unitZh,
      unitEn: before !== undefined && before.unit.zh === meaning.unitZh ? before.unit.en : meaning.unitZh,
      dimension: meaning.dimension,
      ofDay: text('ofDay'),
      ...(text('since') !== '' && { since: text('since') }),
      ...(figureKey !== NO_FIGURE && { figureKey }),
    }
    const { verdict } = before
      ? await correct.mutateAsync({ id: before.id, ...draft, reason: text('reason') })
      : await record.mutateAsync(draft)
    toast({ text: t(words.saved, { verdict: t(messages[verdict]) }) })
    onClose()
  }
  return {
    source: { sources, sourceId, onChange: setSourceId },
    phrase,
    meaning,
    say: (next: string, says: Meaning) => {
      setPhrase(next)
      setMeaning(says)
    },
    figures: options,
    figureKey,
    setFigureKey,
    save,
    refusals: formRefusal(source.error ?? record.error ?? correct.error, t),
    isPending: source.isPending || record.isPending || correct.isPending,
  }
}
