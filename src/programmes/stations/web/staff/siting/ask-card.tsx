import { Button } from '#ui/controls/button.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { sitingMessages as messages } from './messages.ts'
import { useQuestion, USUAL_DETOUR, type Question } from './use-question.ts'

/** The question: how many, of which demand, how far people walk. */
export function AskCard() {
  const t = useText()
  const asked = useQuestion()
  return (
    <Card title={t(messages.ask)}>
      {!asked.isReady && <p>{t(messages.noSets)}</p>}
      <Form onSubmit={asked.submit} errors={{}}>
        <Kinds asked={asked} />
        <Numbers asked={asked} />
        <Sets asked={asked} />
        <TextField
          label={t(messages.name)}
          value={asked.title}
          onChange={(named) => asked.change({ named })}
        />
        <RefusalNote failure={asked.failure} />
        <div className="ui-row">
          <Button
            type="submit"
            variant="primary"
            icon="target"
            isDisabled={!asked.isReady}
            isPending={asked.isStarting}
          >
            {t(messages.start)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

type PartProps = { readonly asked: Question }

function Kinds({ asked }: PartProps) {
  const t = useText()
  return (
    <div className="stations-pair">
      <RadioGroup
        label={t(messages.question)}
        options={(['build', 'close'] as const).map((id) => ({ id, label: t(messages[id]) }))}
        value={asked.question}
        onChange={(id) => asked.change({ question: id as Question['question'] })}
      />
      <RadioGroup
        label={t(messages.reach)}
        options={(['one-km', 'fifteen-minutes'] as const).map((id) => ({ id, label: t(messages[id]) }))}
        value={asked.reach}
        onChange={(id) => asked.change({ reach: id as Question['reach'] })}
      />
    </div>
  )
}

function Numbers({ asked }: PartProps) {
  const t = useText()
  return (
    <div className="stations-pair">
      <NumberField
        label={t(messages.count)}
        minValue={1}
        maxValue={500}
        value={asked.count}
        onChange={(value) => asked.change({ count: value ?? 1 })}
      />
      <NumberField
        label={t(messages.detour)}
        description={t(messages.detourHint)}
        minValue={1}
        maxValue={3}
        step={0.05}
        isDisabled={asked.reach === 'one-km'}
        value={asked.detourFactor}
        onChange={(value) => asked.change({ detourFactor: value ?? USUAL_DETOUR })}
      />
    </div>
  )
}

function Sets({ asked }: PartProps) {
  const t = useText()
  const optionsOf = (sets: Question['sites']) => sets.map(({ id, name }) => ({ id, label: name }))
  return (
    <div className="stations-pair">
      <Select
        label={t(messages.demand)}
        options={optionsOf(asked.demands)}
        value={asked.demandId ?? null}
        onChange={(demand) => asked.change({ demand })}
      />
      {asked.question === 'build' && (
        <Select
          label={t(messages.sites)}
          options={optionsOf(asked.sites)}
          value={asked.sitesId ?? null}
          onChange={(sites) => asked.change({ sites })}
        />
      )}
    </div>
  )
}
