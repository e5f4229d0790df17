import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe, Permitted } from '#kernel/access/client.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { contests } from '../../../contract.ts'
import { withUsualDays } from '../../../rules/round-days.ts'
import { templates } from '../../../rules/templates.ts'
import type { ContestRules } from '../../../shapes.ts'
import { messages } from '../../messages.ts'
import { useKept } from '../../use-kept.ts'
import { formMessages } from './messages.ts'
import { usualPeriod } from './period.ts'
import { RulesForm } from './rules-form.tsx'

export default function NewPage() {
  return (
    <Permitted permission="contests.run">
      <NewForm />
    </Permitted>
  )
}

type TemplateId = ContestRules['template']
type Draft = { title: string; organisation: ChosenOrganisation | null; rules: ContestRules }

function rulesFrom(template: TemplateId): ContestRules {
  const pattern = templates[template]
  const period = usualPeriod(new Date())
  return { ...pattern, ...period, rounds: withUsualDays(period.entriesUntil, pattern.rounds) }
}
const emptyDraft = (): Draft => ({ title: '', organisation: null, rules: rulesFrom('essay') })

/** A contest from a pattern or from nothing. It stays a draft that only staff see. */
function NewForm() {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const role = useMe().data?.roles[0]
  const { value, change, drop } = useKept('new-dated', emptyDraft)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const create = useCommand(contests.createContest)
  const usual = role === undefined ? null : { id: role.organisationId, name: role.organisationName }
  const organisation = value.organisation ?? usual
  const set = (part: Partial<Draft>) => change({ ...value, ...part })
  const save = () => {
    if (organisation === null) return setMissing({ organisationId: t(formMessages.organisationMissing) })
    setMissing({})
    create.mutate(
      { organisationId: organisation.id, title: value.title, rules: value.rules },
      {
        onSuccess: ({ id }) => {
          drop()
          toast({ text: t(formMessages.saved) })
          void navigate({ href: `/staff/contests/${id}` })
        },
      },
    )
  }
  return (
    <>
      <PageHeader
        title={t(formMessages.newTitle)}
        breadcrumbs={[{ label: t(messages.contests), href: '/staff/contests' }]}
        summary={t(formMessages.newSummary)}
      />
      <RulesForm
        // The fields that keep what is typed begin anew with another pattern.
        key={value.rules.template}
        rules={value.rules}
        onChange={(rules) => set({ rules })}
        onSubmit={save}
        failure={create.error}
        missing={missing}
        before={<Basics draft={value} organisation={organisation} onChange={set} />}
        end={
          <div className="ui-row">
            <Button type="submit" variant="primary" isPending={create.isPending}>
              {t(formMessages.save)}
            </Button>
            <Button variant="quiet" onPress={() => change(emptyDraft())}>
              {t(formMessages.startOver)}
            </Button>
            <span className="ui-hint">{t(formMessages.keptHere)}</span>
          </div>
        }
      />
    </>
  )
}

type BasicsProps = {
  readonly draft: Draft
  readonly organisation: ChosenOrganisation | null
  readonly onChange: (part: Partial<Draft>) => void
}

function Basics({ draft: { title, rules }, organisation, onChange }: BasicsProps) {
  const t = useText()
  return (
    <Card title={t(formMessages.basics)}>
      <TemplateField
        value={rules.template}
        onChange={(template) => onChange({ rules: rulesFrom(template) })}
      />
      <div className="contest-pair">
        <TextField
          name="title"
          label={t(formMessages.title)}
          description={t(formMessages.titleHint)}
          value={title}
          onChange={(next) => onChange({ title: next })}
        />
        <OrganisationField
          label={t(formMessages.organisation)}
          value={organisation}
          onChange={(chosen) => onChange({ organisation: chosen })}
        />
      </div>
      <TextArea
        name="rules.description"
        label={t(formMessages.description)}
        description={t(formMessages.descriptionHint)}
        isOptional
        rows={4}
        value={rules.description}
        onChange={(description) => onChange({ rules: { ...rules, description } })}
      />
    </Card>
  )
}

const told = {
  essay: [formMessages.essay, formMessages.essayWhat],
  reading: [formMessages.reading, formMessages.readingWhat],
  speech: [formMessages.speech, formMessages.speechWhat],
  skills: [formMessages.skills, formMessages.skillsWhat],
  none: [formMessages.none, formMessages.noneWhat],
} as const satisfies Record<TemplateId, unknown>

type TemplateFieldProps = { readonly value: TemplateId; readonly onChange: (template: TemplateId) => void }

function TemplateField({ value, onChange }: TemplateFieldProps) {
  const t = useText()
  return (
    <div className="contest-templates">
      <RadioGroup
        label={t(formMessages.template)}
        description={t(formMessages.templateHint)}
        options={Object.entries(told).map(([id, [label, what]]) => ({
          id,
          label: t(label),
          description: t(what),
        }))}
        value={value}
        onChange={(id) => onChange(id as TemplateId)}
      />
    </div>
  )
}
