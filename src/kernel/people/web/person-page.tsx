import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { people } from '../contract.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { Holdings } from './holdings.tsx'
import { messages } from './messages.ts'
import { RevealDialog } from './reveal-dialog.tsx'
import { documentWords } from './shared-words.ts'

export type ShownPerson = OutputOf<typeof people.getPerson>

export default function PersonPage() {
  const { bucket, personId } = useParams({ strict: false }) as { bucket: string; personId: string }
  const answer = useAnswer(people.getPerson, { bk: Number(bucket), id: personId })
  return <Answered to={answer}>{(shown) => <Detail shown={shown} />}</Answered>
}

function Detail({ shown }: { shown: ShownPerson }) {
  const t = useText()
  return (
    <div className="ui-stack">
      <PageHeader
        title={shown.maskedName}
        breadcrumbs={[{ label: t(messages.title), href: '/staff/people' }]}
        summary={<Standing shown={shown} />}
        actions={<Actions shown={shown} />}
      />
      <Card title={t(messages.facts)}>
        <Facts shown={shown} />
      </Card>
      <Card title={t(messages.holdings)}>
        <p className="ui-hint">{t(messages.holdingsNote)}</p>
        <Holdings rows={shown.holdings} />
      </Card>
    </div>
  )
}

/** Says where this row is no longer the one that counts. */
function Standing({ shown }: { shown: ShownPerson }) {
  const t = useText()
  const format = useFormat()
  if (shown.erasedAt !== null) return t(messages.erasedOn, { day: format.date(shown.erasedAt) })
  if (shown.survivor === null) return shown.homeOrganisationName
  return (
    <>
      {t(messages.replaced)}{' '}
      <LinkButton href={`/staff/people/${shown.survivor.bk}/${shown.survivor.id}`}>
        {t(messages.toSurvivor)}
      </LinkButton>
    </>
  )
}

function Facts({ shown }: { shown: ShownPerson }) {
  const t = useText()
  const format = useFormat()
  return (
    <DescriptionList
      items={[
        { term: t(messages.documentKind), value: t(documentWords[shown.documentKind]) },
        { term: t(messages.document), value: shown.maskedDocument },
        { term: t(messages.phone), value: shown.maskedPhone },
        { term: t(messages.home), value: shown.homeOrganisationName },
        { term: t(messages.since), value: format.dateTime(shown.createdAt) },
        { term: t(messages.openRequests), value: shown.openRequests },
      ]}
    />
  )
}

function Actions({ shown }: { shown: ShownPerson }) {
  const t = useText()
  const [open, setOpen] = useState<'reveal' | 'correct'>()
  const dialog = (name: 'reveal' | 'correct') => ({
    person: shown,
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : undefined),
  })
  return (
    <>
      {shown.mayReveal && (
        <Button icon="eye" onPress={() => setOpen('reveal')}>
          {t(messages.reveal)}
        </Button>
      )}
      {shown.mayCorrect && shown.survivor === null && (
        <Button icon="edit" onPress={() => setOpen('correct')}>
          {t(messages.correct)}
        </Button>
      )}
      <RevealDialog {...dialog('reveal')} />
      <CorrectDialog {...dialog('correct')} />
    </>
  )
}
