import { useState } from 'react'
import { figures } from '#kernel/figures/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { claims } from '../../contract.ts'
import { dimension } from '../../shapes-claims.ts'
import { messages } from './messages.ts'
import type { Claim } from './staff-claims-page.tsx'
import { staffMessages as words } from './staff-messages.ts'

const NEW_SOURCE = 'new'
const NO_FIGURE = 'none'
const FEN_PER_YUAN = 100

const kinds = dimension.options
type Kind = (typeof kinds)[number]

const isMoney = (kind: Kind) => kind === 'money' || kind === 'money-of-others' || kind === 'cover'

/** Records a claim, or writes the next version of one: bound, worded right, or withdrawn from its figure. */
export function ClaimDialog({ edited, onClose }: { edited: Claim | 'new'; onClose: () => void }) {
  const t = useText()
  const before = edited === 'new' ? undefined : edited
  const form = useClaimForm(before, onClose)
  const { kind, setKind, sources, sourceId, setSourceId, figureKey, setFigureKey, options } = form
  const factor = isMoney(kind) ? FEN_PER_YUAN : 1
  const initial = (value: number | null | undefined) =>
    value == null ? {} : { defaultValue: value / factor }
  return (
    <Dialog
      title={t(before ? words.correct : words.record)}
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form onSubmit={(data) => void form.save(data, factor).catch(() => undefined)} {...form.refusals}>
        <Select
          label={t(words.source)}
          options={[
            ...sources.map(({ id, medium, title }) => ({ id, label: `${medium} · ${title}` })),
            { id: NEW_SOURCE, label: t(words.newSource) },
          ]}
          value={sourceId}
          onChange={setSourceId}
        />
        {sourceId === NEW_SOURCE && (
          <>
            <TextField name="medium" label={t(words.medium)} isRequired />
            <TextField name="title" label={t(words.sourceTitle)} isRequired />
            <DatePicker name="saidOn" label={t(words.saidOn)} />
          </>
        )}
        <TextField name="topicZh" label={t(words.topicZh)} defaultValue={before?.topic.zh ?? ''} isRequired />
        <TextField name="topicEn" label={t(words.topicEn)} defaultValue={before?.topic.en ?? ''} isRequired />
        <TextField
          name="words"
          label={t(words.words)}
          description={t(words.wordsHint)}
          defaultValue={before?.words ?? ''}
          isRequired
        />
        <Select
          label={t(words.dimension)}
          options={kinds.map((id) => ({ id, label: t(words[id]) }))}
          value={kind}
          onChange={(id) => setKind(id as Kind)}
        />
        <NumberField name="value" label={t(words.value)} {...initial(before?.value)} isRequired />
        <NumberField name="low" label={t(words.low)} {...initial(before?.low)} />
        <NumberField name="high" label={t(words.high)} {...initial(before?.high)} />
        <TextField name="unitZh" label={t(words.unit)} defaultValue={before?.unit.zh ?? ''} isRequired />
        <DatePicker name="ofDay" label={t(words.ofDay)} {...(before && { defaultValue: before.ofDay })} />
        <Select
          label={t(words.figure)}
          options={[
            { id: NO_FIGURE, label: t(words.notBound) },
            ...options
              .filter(({ dimension }) => dimension === kind)
              .map(({ key, title }) => ({ id: key, label: t(title) })),
          ]}
          value={figureKey}
          onChange={setFigureKey}
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

function useClaimForm(before: Claim | undefined, onClose: () => void) {
  const t = useText()
  const toast = useToast()
  const listed = useAnswer(claims.listSources, { pageSize: 100 }).data?.rows
  const options = useAnswer(figures.listFigures, {}).data?.rows ?? []
  const [chosen, setSourceId] = useState<string | undefined>(before?.sourceId)
  const [kind, setKind] = useState<Kind>(before?.dimension ?? 'places')
  const [figureKey, setFigureKey] = useState(before?.figureKey ?? NO_FIGURE)
  const source = useCommand(claims.recordSource, ['audit'])
  const record = useCommand(claims.recordClaim, ['audit'])
  const correct = useCommand(claims.correctClaim, ['audit'])
  const sourceId = chosen ?? listed?.[0]?.id ?? NEW_SOURCE
  const save = async (data: FormData, factor: number) => {
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const number = (name: string) =>
      text(name) === '' ? undefined : Math.round(Number(text(name)) * factor * 1e6) / 1e6
    const made =
      sourceId === NEW_SOURCE
        ? await source.mutateAsync({ medium: text('medium'), title: text('title'), saidOn: text('saidOn') })
        : { id: sourceId }
    setSourceId(made.id)
    const [low, high] = [number('low'), number('high')]
    const draft = {
      sourceId: made.id,
      topicZh: text('topicZh'),
      topicEn: text('topicEn'),
      words: text('words'),
      value: number('value') ?? Number.NaN,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      unitZh: text('unitZh'),
      unitEn: before?.unit.en ?? text('unitZh'),
      dimension: kind,
      ofDay: text('ofDay'),
      ...(before?.since != null && { since: before.since }),
      ...(figureKey !== NO_FIGURE && { figureKey }),
    }
    const { verdict } = before
      ? await correct.mutateAsync({ id: before.id, ...draft, reason: text('reason') })
      : await record.mutateAsync(draft)
    toast({ text: t(words.saved, { verdict: t(messages[verdict]) }) })
    onClose()
  }
  const error = source.error ?? record.error ?? correct.error
  const refusals =
    error === null
      ? {}
      : error.problems.length === 0
        ? { formError: t(error.text) }
        : { errors: Object.fromEntries(error.problems.map(({ field, reason }) => [field, t(reason)])) }
  const isPending = source.isPending || record.isPending || correct.isPending
  return {
    kind,
    setKind,
    sources: listed ?? [],
    sourceId,
    setSourceId,
    figureKey,
    setFigureKey,
    options,
    save,
    refusals,
    isPending,
  }
}
