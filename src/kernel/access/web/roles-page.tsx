import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Allowed } from './allowed.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { GrantsTable } from './grants-table.tsx'
import { RoleCatalogue } from './role-catalogue.tsx'
import { staffMessages as messages } from './staff-messages.ts'

/** Who holds which role where, and what each role may do. */
export default function RolesPage() {
  const t = useText()
  const [isGiving, setGiving] = useState(false)
  return (
    <>
      <PageHeader
        title={t(messages.rolesTitle)}
        summary={t(messages.rolesSummary)}
        actions={
          <Allowed permission="access.grant">
            <Button variant="primary" icon="plus" onPress={() => setGiving(true)}>
              {t(messages.give)}
            </Button>
          </Allowed>
        }
      />
      <Tabs
        label={t(messages.rolesTitle)}
        pages={[
          { id: 'grants', label: t(messages.grants), content: <GrantsTable /> },
          { id: 'catalogue', label: t(messages.catalogue), content: <RoleCatalogue /> },
        ]}
      />
      <GrantDialog isOpen={isGiving} onOpenChange={setGiving} />
    </>
  )
}
