import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { organisations } from '../contract.ts'
import { CreateDialog } from './create-dialog.tsx'
import { messages } from './messages.ts'
import { OrganisationTree } from './organisation-tree.tsx'
import { OrganisationsTable } from './organisations-table.tsx'
import './organisations.css'

/** The tree beside the table. What is chosen stands in the address, so that it can be sent and gone back to. */
export default function OrganisationsPage() {
  const t = useText()
  const { under } = useSearch({ strict: false }) as { under?: string }
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        summary={t(messages.summary)}
        actions={under && <Actions under={under} />}
      />
      <div className="organisations-split">
        <OrganisationTree chosenId={under} />
        <OrganisationsTable key={under ?? 'all'} parentId={under} />
      </div>
    </>
  )
}

function Actions({ under }: { under: string }) {
  const t = useText()
  const chosen = useAnswer(organisations.getOrganisation, { id: under }).data
  const [isCreating, setCreating] = useState(false)
  if (chosen === undefined) return null
  return (
    <>
      <LinkButton href="/staff/organisations">{t(messages.everything)}</LinkButton>
      <LinkButton href={`/staff/organisations/${under}`}>{chosen.name}</LinkButton>
      {chosen.mayEdit && (
        <Button variant="primary" icon="plus" onPress={() => setCreating(true)}>
          {t(messages.create)}
        </Button>
      )}
      <CreateDialog parent={chosen} isOpen={isCreating} onOpenChange={setCreating} />
    </>
  )
}
