import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { people } from '../contract.ts'
import type { ComparedSide } from '../shapes.ts'
import './compare.css'
import { Holdings } from './holdings.tsx'
import { mergeMessages as messages } from './merge-messages.ts'
import { ReasonDialog } from './reason-dialog.tsx'

type Compared = OutputOf<typeof people.comparePeople>
type Asked = 'first' | 'second' | 'apart'

const keyOf = ({ bk, id }: { readonly bk: number; readonly id: string }) => ({ bk, id })

export default function ComparePage() {
  const { firstBucket, firstId, secondBucket, secondId } = useParams({ strict: false }) as Record<
    string,
    string
  >
  const answer = useAnswer(people.comparePeople, {
    first: { bk: Number(firstBucket), id: firstId! },
    second: { bk: Number(secondBucket), id: secondId! },
  })
  return <Answered to={answer}>{(compared) => <Both compared={compared} />}</Answered>
}

/** Both rows, masked, with what is alike said in words; the choice which one stands is a person's. */
function Both({ compared }: { readonly compared: Compared }) {
  const t = useText()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked>()
  const merge = useCommand(people.mergePeople, ['memberships', 'membership'])
  const apart = useCommand(people.keepPeopleApart)
  const { first, second } = compared
  const back = () => void navigate({ href: '/staff/people-duplicates' })
  const confirm = (reason: string) => {
    if (asked === 'apart')
      return apart.mutate({ first: keyOf(first), second: keyOf(second), reason }, { onSuccess: back })
    const [from, into] = asked === 'first' ? [second, first] : [first, second]
    merge.mutate({ from: keyOf(from), into: keyOf(into), reason }, { onSuccess: back })
  }
  return (
    <div className="ui-stack">
      <PageHeader
        title={t(messages.compareTitle)}
        breadcrumbs={[{ label: t(messages.title), href: '/staff/people-duplicates' }]}
        actions={compared.mayMerge && <Button onPress={() => setAsked('apart')}>{t(messages.apart)}</Button>}
      />
      {compared.isMerged && <p role="status">{t(messages.isMerged)}</p>}
      <div className="people-compare">
        <Side side={first} compared={compared} onKeep={() => setAsked('first')} />
        <Side side={second} compared={compared} onKeep={() => setAsked('second')} />
      </div>
      <ReasonDialog
        title={t(asked === 'apart' ? messages.apart : messages.merge)}
        what={t(asked === 'apart' ? messages.apartWhat : messages.mergeWhat)}
        isOpen={asked !== undefined}
        onOpenChange={(isOpen) => !isOpen && setAsked(undefined)}
        isPending={merge.isPending || apart.isPending}
        failure={merge.error ?? apart.error}
        onConfirm={confirm}
      />
    </div>
  )
}

type SideProps = { readonly side: ComparedSide; readonly compared: Compared; readonly onKeep: () => void }

function Side({ side, compared, onKeep }: SideProps) {
  const t = useText()
  const format = useFormat()
  const likeness = (text: string | null, isAlike: boolean) => (
    <span className="ui-row">
      {text ?? '—'}
      <StatusBadge status={isAlike ? 'warn' : 'quiet'}>
        {t(isAlike ? messages.same : messages.different)}
      </StatusBadge>
    </span>
  )
  return (
    <Card title={side.maskedName}>
      <DescriptionList
        items={[
          { term: t(messages.name), value: likeness(side.maskedName, compared.isSameName) },
          { term: t(messages.document), value: side.maskedDocument },
          { term: t(messages.phone), value: likeness(side.maskedPhone, compared.isSamePhone) },
          { term: t(messages.home), value: side.homeOrganisationName },
          { term: t(messages.since), value: format.dateTime(side.createdAt) },
        ]}
      />
      <h3>{t(messages.holdings)}</h3>
      {side.holdings.length === 0 ? <p>{t(messages.nothing)}</p> : <Holdings rows={side.holdings} />}
      {compared.mayMerge && (
        <span className="ui-row">
          <Button onPress={onKeep}>{t(messages.keepThis)}</Button>
        </span>
      )}
    </Card>
  )
}
