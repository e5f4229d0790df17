import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { greenTravel } from '../../../contract.ts'
import { CompanyDialog } from './company-dialog.tsx'
import { partnerMessages as messages } from './messages.ts'
import './partners.css'
import { ReadersPart } from './readers-part.tsx'
import { RoutesPart } from './routes-part.tsx'

export type Company = OutputOf<typeof greenTravel.listCompanies>['rows'][number]

/** Who takes part: each company with its routes and its readers, and whoever runs the programme adds to them. */
export default function CompaniesPage() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const answer = useAnswer(greenTravel.listCompanies, {})
  const add = (
    <Allowed permission="green-travel.run">
      <Button variant="primary" onPress={() => setOpen(true)}>
        {t(messages.addCompany)}
      </Button>
    </Allowed>
  )
  return (
    <>
      <PageHeader title={t(messages.companies)} summary={t(messages.companiesSummary)} actions={add} />
      <Answered to={answer} label={t(messages.loading)}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              title={t(messages.none)}
              actions={<LinkButton href="/staff/organisations">{t(messages.toOrganisations)}</LinkButton>}
            >
              {t(messages.noneText)}
            </EmptyState>
          ) : (
            <div className="ui-stack">
              {rows.map((company) => (
                <OneCompany key={company.id} company={company} />
              ))}
            </div>
          )
        }
      </Answered>
      {isOpen && <CompanyDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function OneCompany({ company }: { readonly company: Company }) {
  const t = useText()
  return (
    <Card
      title={company.name}
      actions={
        <Allowed permission="green-travel.see-files">
          <LinkButton href="/staff/green-travel/readers" variant="quiet">
            {t(messages.filesOf)}
          </LinkButton>
        </Allowed>
      }
    >
      <div className="green-travel-parts">
        <RoutesPart company={company} />
        <ReadersPart company={company} />
      </div>
    </Card>
  )
}
