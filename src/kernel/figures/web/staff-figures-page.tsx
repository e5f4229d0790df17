import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FigureCatalogue } from './figure-catalogue.tsx'
import { Proposals } from './proposals.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import './report.css'
import { staffMessages as messages } from './staff-messages.ts'

/** What may be published, what waits for a second person, and every figure that a programme declares. */
export default function StaffFiguresPage() {
  const t = useText()
  const [isProposing, setProposing] = useState(false)
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        summary={t(messages.summary)}
        actions={
          <>
            <LinkButton href="/report" icon="document">
              {t(messages.openReport)}
            </LinkButton>
            <Allowed permission="figures.propose">
              <Button variant="primary" icon="plus" onPress={() => setProposing(true)}>
                {t(messages.propose)}
              </Button>
            </Allowed>
          </>
        }
      />
      <div className="ui-stack">
        <Card title={t(messages.proposals)}>
          <Proposals />
        </Card>
        <Card title={t(messages.catalogue)}>
          <FigureCatalogue />
        </Card>
      </div>
      <ProposeDialog isOpen={isProposing} onOpenChange={setProposing} />
    </>
  )
}
