import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { membership } from '../../contract.ts'
import { situationMessages } from './situation-messages.ts'
import type { MemberLine, Place } from '../types.ts'
import { PlaceWords, UnionFinder } from './union-finder.tsx'
import './member.css'

/** The member asks to move, whatever the old unit does. */
export default function MovePage() {
  const t = useText()
  const situation = useAnswer(membership.mySituation, {})
  return (
    <MemberPage title={t(situationMessages.askTitle)} backHref="/membership">
      <Answered to={situation} label={t(situationMessages.loading)}>
        {({ current }) =>
          current === null ? <p>{t(situationMessages.none)}</p> : <Move current={current} />
        }
      </Answered>
    </MemberPage>
  )
}

function Move({ current }: { current: MemberLine }) {
  const t = useText()
  const [where, setWhere] = useState<'here' | 'elsewhere'>('here')
  return (
    <>
      <p>{t(situationMessages.askLead, { union: current.organisationName })}</p>
      <SegmentedControl
        label={t(situationMessages.where)}
        segments={[
          { id: 'here', label: t(situationMessages.here) },
          { id: 'elsewhere', label: t(situationMessages.elsewhere) },
        ]}
        value={where}
        onChange={setWhere}
      />
      {where === 'here' ? <ToUnion current={current} /> : <ToCity />}
    </>
  )
}

function useAsk() {
  const t = useText()
  const toast = useToast()
  const { navigate } = useLinks()
  const ask = useCommand(membership.askTransfer, ['review', 'notifications'])
  const send = (input: Parameters<typeof ask.mutate>[0]) =>
    ask.mutate(input, {
      onSuccess: () => {
        toast({ text: t(situationMessages.asked) })
        navigate('/membership')
      },
    })
  return { ask, send }
}

function ToUnion({ current }: { current: MemberLine }) {
  const t = useText()
  const { ask, send } = useAsk()
  const wished = new URLSearchParams(useLocation().searchStr).get('to')
  const [chosen, setChosen] = useState<Place>()
  const [isOpen, setOpen] = useState(wished === null)
  const asked = useAnswer(
    membership.findUnions,
    { organisationId: wished ?? '' },
    { enabled: wished !== null },
  )
  const place = chosen ?? asked.data?.rows[0]
  if (isOpen || place === undefined)
    return (
      <UnionFinder
        except={current.organisationId}
        onChoose={(found) => {
          setChosen(found)
          setOpen(false)
        }}
      />
    )
  return (
    <>
      <section className="membership-union">
        <PlaceWords place={place} />
      </section>
      {ask.error && <Refused error={ask.error} />}
      <Button
        variant="primary"
        wide
        isPending={ask.isPending}
        onPress={() => send({ toOrganisationId: place.organisationId })}
      >
        {t(situationMessages.ask)}
      </Button>
      <Button variant="quiet" wide onPress={() => setOpen(true)}>
        {t(situationMessages.change)}
      </Button>
    </>
  )
}

function ToCity() {
  const t = useText()
  const { ask, send } = useAsk()
  return (
    <Form onSubmit={(data) => send({ toCity: formText(data, 'toCity') })} {...formRefusal(ask.error, t)}>
      <TextField
        name="toCity"
        label={t(situationMessages.cityName)}
        description={t(situationMessages.cityHint)}
        onChange={() => ask.error && ask.reset()}
      />
      <p className="membership-small">{t(situationMessages.cityWhat)}</p>
      <Button type="submit" variant="primary" wide isPending={ask.isPending}>
        {t(situationMessages.ask)}
      </Button>
    </Form>
  )
}
