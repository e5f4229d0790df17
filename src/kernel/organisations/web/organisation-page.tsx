import { useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { organisations } from '../contract.ts'
import { kindWords } from '../kinds.ts'
import { DissolveDialog } from './dissolve-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { messages } from './messages.ts'

type Shown = OutputOf<typeof organisations.getOrganisation>

export default function OrganisationPage() {
  const { organisationId } = useParams({ strict: false }) as { organisationId: string }
  const answer = useAnswer(organisations.getOrganisation, { id: organisationId })
  const { refetch } = answer
  const reload = useCallback(() => void refetch(), [refetch])
  return <Answered to={answer}>{(shown) => <Detail shown={shown} onReload={reload} />}</Answered>
}

function Detail({ shown, onReload }: { shown: Shown; onReload: () => void }) {
  const t = useText()
  const crumbs = shown.lineage.map((unit) => ({ label: unit.name, href: `/staff/organisations/${unit.id}` }))
  return (
    <div className="ui-stack">
      <PageHeader
        title={shown.name}
        breadcrumbs={[{ label: t(messages.title), href: '/staff/organisations' }, ...crumbs]}
        summary={t(kindWords[shown.kind])}
        actions={<Actions shown={shown} onReload={onReload} />}
      />
      <Card title={t(messages.facts)}>
        <Facts shown={shown} />
      </Card>
      <Card title={t(messages.history)}>
        <History shown={shown} />
      </Card>
    </div>
  )
}

function Actions({ shown, onReload }: { shown: Shown; onReload: () => void }) {
  const t = useText()
  const [open, setOpen] = useState<'edit' | 'dissolve'>()
  const dialog = (name: 'edit' | 'dissolve') => ({
    organisation: shown,
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : undefined),
  })
  return (
    <>
      <LinkButton href={`/staff/organisations?under=${shown.id}`}>{t(messages.seeBelow)}</LinkButton>
      {shown.mayEdit && (
        <>
          <Button icon="edit" onPress={() => setOpen('edit')}>
            {t(messages.edit)}
          </Button>
          <Button variant="danger" onPress={() => setOpen('dissolve')}>
            {t(messages.dissolve)}
          </Button>
          <EditDialog {...dialog('edit')} onReload={onReload} />
          <DissolveDialog {...dialog('dissolve')} />
        </>
      )}
    </>
  )
}

function Facts({ shown }: { shown: Shown }) {
  const t = useText()
  return (
    <DescriptionList
      items={[
        { term: t(messages.kind), value: t(kindWords[shown.kind]) },
        { term: t(messages.adcode), value: shown.adcode },
        { term: t(messages.creditCode), value: shown.creditCode },
        { term: t(messages.children), value: shown.children },
        {
          term: t(messages.state),
          value: (
            <StatusBadge status={shown.state === 'active' ? 'good' : 'quiet'}>
              {t(messages[shown.state])}
            </StatusBadge>
          ),
        },
        { term: t(messages.version), value: shown.version },
      ]}
    />
  )
}

function History({ shown }: { shown: Shown }) {
  const t = useText()
  const format = useFormat()
  const events = shown.history.toReversed().map((line) => {
    const sentence =
      line.state === 'dissolved' ? messages.ended : line.version === 1 ? messages.founded : messages.changed
    return {
      id: String(line.version),
      at: line.recordedAt,
      who: line.madeBy,
      what: t(sentence, { name: line.name, day: format.date(line.validFrom) }),
      status: line.state === 'dissolved' ? ('quiet' as const) : ('info' as const),
    }
  })
  return <Timeline label={t(messages.history)} events={events} />
}
