import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { membership } from '../../contract.ts'
import { messages } from './messages.ts'
import './member-unions.css'

type Pending = NonNullable<OutputOf<typeof membership.myDissolution>['pending']>

/** A member whose union is to end says where the membership goes; silence keeps it. */
export default function DissolutionPage() {
  const t = useText()
  const answer = useAnswer(membership.myDissolution, {})
  return (
    <MemberPage title={t(messages.endTitle)} backHref="/me">
      <div className="unions-narrow">
        <Answered to={answer}>
          {({ pending }) =>
            pending === null ? (
              <EmptyState kind="done" title={t(messages.endNone)}>
                {t(messages.endNoneWhy)}
              </EmptyState>
            ) : (
              <Wish pending={pending} />
            )
          }
        </Answered>
      </div>
    </MemberPage>
  )
}

function Wish({ pending }: { pending: Pending }) {
  const t = useText()
  const toast = useToast()
  const save = useCommand(membership.wishOnDissolution)
  const [how, setHow] = useState<'keep' | 'move'>(pending.wish === null ? 'keep' : 'move')
  const [to, setTo] = useState<string | null>(pending.wish?.toOrganisationId ?? null)
  const submit = () =>
    save.mutate(
      { matterId: pending.matterId, toOrganisationId: how === 'keep' ? null : to },
      { onSuccess: () => toast({ text: t(messages.wishSaved) }) },
    )
  return (
    <Card>
      <p>{t(messages.endWhy, { name: pending.unionName, reason: pending.reason })}</p>
      <Form onSubmit={submit} {...(save.error && { formError: t(save.error.text) })}>
        <RadioGroup
          label={t(messages.endTitle)}
          options={[
            { id: 'keep', label: t(messages.keepMine) },
            { id: 'move', label: t(messages.moveTo) },
          ]}
          value={how}
          onChange={(id) => setHow(id === 'keep' ? 'keep' : 'move')}
        />
        {how === 'move' && (
          <ComboBox
            label={t(messages.moveTo)}
            options={pending.choices.map(({ id, name }) => ({ id, label: name }))}
            value={to}
            onChange={setTo}
          />
        )}
        <Button type="submit" variant="primary" wide isPending={save.isPending}>
          {t(messages.saveWish)}
        </Button>
      </Form>
    </Card>
  )
}
