import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
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

const DETOUR = 1.3

/** The question: how many, of which demand, how far people walk. */
export function AskCard() {
  const t = useText()
  const navigate = useNavigate()
  const organisationId = useMe().data?.roles[0]?.organisationId
  const sets = useAnswer(stations.listPointSets, { pageSize: 100 }).data?.rows ?? []
  const [question, setQuestion] = useState<'build' | 'close'>('build')
  const [count, setCount] = useState(5)
  const [reach, setReach] = useState<'one-km' | 'fifteen-minutes'>('one-km')
  const [detourFactor, setDetour] = useState(DETOUR)
  const [chosen, setChosen] = useState<{ demand?: string; sites?: string }>({})
  const [named, setNamed] = useState<string | null>(null)
  const start = useCommand(stations.startSiting)
  const [demands, sites] = (['demand', 'sites'] as const).map((kind) =>
    sets.filter((set) => set.kind === kind),
  ) as [typeof sets, typeof sets]
  const demandId = chosen.demand ?? demands[0]?.id
  const sitesId = chosen.sites ?? sites[0]?.id
  const short = t(question === 'build' ? messages.buildShort : messages.closeShort)
  const title = named ?? t(messages.nameOf, { question: short, count })
  const isReady = demandId !== undefined && (question === 'close' || sitesId !== undefined)
  const submit = () => {
    if (organisationId === undefined || demandId === undefined) return
    const wish = { organisationId, title, question, count, reach, detourFactor, demandId }
    start.mutate(
      { ...wish, sitesId: question === 'build' ? (sitesId ?? null) : null },
      { onSuccess: ({ id }) => void navigate({ href: `/staff/stations/siting/${id}` }) },
    )
  }
  const optionsOf = (those: typeof sets) => those.map(({ id, name }) => ({ id, label: name }))
  return (
    <Card title={t(messages.ask)}>
      {!isReady && <p>{t(messages.noSets)}</p>}
      <Form onSubmit={submit} errors={{}}>
        <div className="stations-pair">
          <RadioGroup
            label={t(messages.question)}
            options={(['build', 'close'] as const).map((id) => ({ id, label: t(messages[id]) }))}
            value={question}
            onChange={(id) => setQuestion(id as typeof question)}
          />
          <RadioGroup
            label={t(messages.reach)}
            options={(['one-km', 'fifteen-minutes'] as const).map((id) => ({ id, label: t(messages[id]) }))}
            value={reach}
            onChange={(id) => setReach(id as typeof reach)}
          />
        </div>
        <div className="stations-pair">
          <NumberField
            label={t(messages.count)}
            minValue={1}
            maxValue={500}
            value={count}
            onChange={(value) => setCount(value ?? 1)}
          />
          <NumberField
            label={t(messages.detour)}
            description={t(messages.detourHint)}
            minValue={1}
            maxValue={3}
            step={0.05}
            isDisabled={reach === 'one-km'}
            value={detourFactor}
            onChange={(value) => setDetour(value ?? DETOUR)}
          />
        </div>
        <div className="stations-pair">
          <Select
            label={t(messages.demand)}
            options={optionsOf(demands)}
            value={demandId ?? null}
            onChange={(demand) => setChosen({ ...chosen, demand })}
          />
          {question === 'build' && (
            <Select
              label={t(messages.sites)}
              options={optionsOf(sites)}
              value={sitesId ?? null}
              onChange={(id) => setChosen({ ...chosen, sites: id })}
            />
          )}
        </div>
        <TextField label={t(messages.name)} value={title} onChange={setNamed} />
        <RefusalNote failure={start.error} />
        <div className="ui-row">
          <Button
            type="submit"
            variant="primary"
            icon="target"
            isDisabled={!isReady}
            isPending={start.isPending}
          >
            {t(messages.start)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
