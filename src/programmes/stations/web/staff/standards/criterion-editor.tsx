import type { Criterion, Need } from '#programmes/stations/rules/standard/standard-schema.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { standardMessages } from './messages.ts'
import { newNeed, newTake } from './new-parts.ts'
import { TakeEditor } from './take-editor.tsx'

type CriterionEditorProps = {
  readonly no: number
  readonly criterion: Criterion
  readonly onChange: (criterion: Criterion) => void
  readonly onMoveUp?: () => void
  readonly onRemove?: () => void
}

const NEEDS_MAX = 6

/** One criterion: its words, and its needs, each of which must be met. */
export function CriterionEditor({ no, criterion, onChange, onMoveUp, onRemove }: CriterionEditorProps) {
  const t = useText()
  const { id, title, words, needs } = criterion
  const set = (part: Partial<Criterion>) => onChange({ ...criterion, ...part })
  const what = t(title)
  return (
    <Card
      title={`${t(standardMessages.criterionTitle, { no })} ${what}`}
      actions={
        <span className="visit-order">
          {onMoveUp && (
            <IconButton icon="arrow-up" label={t(standardMessages.moveUp, { what })} onPress={onMoveUp} />
          )}
          {onRemove && (
            <IconButton icon="trash" label={t(standardMessages.remove, { what })} onPress={onRemove} />
          )}
        </span>
      }
    >
      <div className="ui-stack">
        <div className="standard-take">
          <TextField
            label={t(standardMessages.titleZh)}
            value={title.zh}
            onChange={(zh) => set({ title: { ...title, zh } })}
          />
          <TextField
            label={t(standardMessages.titleEn)}
            value={title.en}
            onChange={(en) => set({ title: { ...title, en } })}
          />
          <TextField
            label={t(standardMessages.criterionId)}
            value={id}
            onChange={(next) => set({ id: next })}
          />
        </div>
        <TextField
          label={t(standardMessages.wordsZh)}
          value={words.zh}
          onChange={(zh) => set({ words: { ...words, zh } })}
        />
        <TextField
          label={t(standardMessages.wordsEn)}
          value={words.en}
          onChange={(en) => set({ words: { ...words, en } })}
        />
        {needs.map((need, index) => (
          <NeedEditor
            key={index}
            no={index + 1}
            need={need}
            onChange={(changed) => set({ needs: needs.with(index, changed) })}
            {...(needs.length > 1 && { onRemove: () => set({ needs: needs.toSpliced(index, 1) }) })}
          />
        ))}
        {needs.length < NEEDS_MAX && (
          <span className="ui-row">
            <Button variant="quiet" icon="plus" onPress={() => set({ needs: [...needs, newNeed()] })}>
              {t(standardMessages.addNeed)}
            </Button>
          </span>
        )}
      </div>
    </Card>
  )
}

type NeedEditorProps = {
  readonly no: number
  readonly need: Need
  readonly onChange: (need: Need) => void
  readonly onRemove?: () => void
}

const TAKES_MAX = 6

function NeedEditor({ no, need: { anyOf }, onChange, onRemove }: NeedEditorProps) {
  const t = useText()
  const what = t(standardMessages.need, { no })
  return (
    <fieldset className="standard-need">
      <legend>
        {what}{' '}
        {onRemove && (
          <IconButton icon="trash" label={t(standardMessages.remove, { what })} onPress={onRemove} />
        )}
      </legend>
      {anyOf.map((take, index) => (
        <TakeEditor
          key={index}
          take={take}
          onChange={(changed) => onChange({ anyOf: anyOf.with(index, changed) })}
          {...(anyOf.length > 1 && { onRemove: () => onChange({ anyOf: anyOf.toSpliced(index, 1) }) })}
        />
      ))}
      {anyOf.length < TAKES_MAX && (
        <span className="ui-row">
          <Button
            variant="quiet"
            icon="plus"
            onPress={() => onChange({ anyOf: [...anyOf, newTake('answer')] })}
          >
            {t(standardMessages.addTake)}
          </Button>
        </span>
      )}
    </fieldset>
  )
}
