import type { Criterion, Standard } from '#programmes/stations/rules/standard/standard-schema.ts'
import { Button } from '#ui/controls/button.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { CriterionEditor } from './criterion-editor.tsx'
import { newCriterion } from './new-parts.ts'
import { standardMessages } from './messages.ts'

type StandardEditorProps = {
  readonly content: Standard
  readonly onChange: (content: Standard) => void
}

const CRITERIA_MAX = 20

/** The whole of a standard as fields; what contradicts itself is said beside it while it is written. */
export function StandardEditor({ content, onChange }: StandardEditorProps) {
  const t = useText()
  const { title, source, lapsingWithinDays, criteria } = content
  const set = (part: Partial<Standard>) => onChange({ ...content, ...part })
  const put = (index: number, criterion: Criterion) => set({ criteria: criteria.with(index, criterion) })
  return (
    <div className="ui-stack">
      <Card title={t(standardMessages.draftTitle)}>
        <div className="ui-stack">
          <TextField
            label={t(standardMessages.nameZh)}
            value={title.zh}
            onChange={(zh) => set({ title: { ...title, zh } })}
          />
          <TextField
            label={t(standardMessages.nameEn)}
            value={title.en}
            onChange={(en) => set({ title: { ...title, en } })}
          />
          <TextField
            label={t(standardMessages.sourceZh)}
            value={source.zh}
            onChange={(zh) => set({ source: { ...source, zh } })}
          />
          <TextField
            label={t(standardMessages.sourceEn)}
            value={source.en}
            onChange={(en) => set({ source: { ...source, en } })}
          />
          <NumberField
            label={t(standardMessages.lapsing)}
            value={lapsingWithinDays}
            minValue={1}
            maxValue={365}
            unit={t(standardMessages.days)}
            onChange={(days) => Number.isInteger(days) && set({ lapsingWithinDays: days })}
          />
        </div>
      </Card>
      {criteria.map((criterion, index) => (
        <CriterionEditor
          key={index}
          no={index + 1}
          criterion={criterion}
          onChange={(changed) => put(index, changed)}
          {...(index > 0 && {
            onMoveUp: () =>
              set({ criteria: criteria.with(index - 1, criterion).with(index, criteria[index - 1]!) }),
          })}
          {...(criteria.length > 1 && { onRemove: () => set({ criteria: criteria.toSpliced(index, 1) }) })}
        />
      ))}
      {criteria.length < CRITERIA_MAX && (
        <span className="ui-row">
          <Button icon="plus" onPress={() => set({ criteria: [...criteria, newCriterion(criteria)] })}>
            {t(standardMessages.addCriterion)}
          </Button>
        </span>
      )}
    </div>
  )
}
