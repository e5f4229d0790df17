import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { takeWords } from '#programmes/stations/rules/certificate/words.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import '../../member/certificate/certificate.css'
import '../staff.css'
import { standardMessages } from './messages.ts'
import { PreviewCard } from './preview-card.tsx'

/** A version as it was frozen, with what it would change: what whoever decides about it must see. */
export default function VersionPage() {
  const t = useText()
  const format = useFormat()
  const { versionId = '' } = useParams({ strict: false }) as { versionId?: string }
  const answer = useAnswer(stations.getStandard, { versionId })
  const proposal = useAnswer(stations.listStandards, {}).data?.proposals.find(
    (one) => one.versionId === versionId,
  )
  return (
    <Answered to={answer} label={t(standardMessages.loading)}>
      {({ title, no, inForceSince, content }) => (
        <>
          <PageHeader
            title={t(standardMessages.version, { title: t(title), no })}
            breadcrumbs={[{ label: t(standardMessages.title), href: '/staff/stations/standards' }]}
            summary={
              inForceSince === null
                ? proposal && t(standardMessages.from, { day: format.date(proposal.fromDay) })
                : `${t(standardMessages.inForce)} · ${t(standardMessages.from, { day: format.date(inForceSince) })}`
            }
            actions={
              <>
                {proposal && (
                  <LinkButton variant="primary" href={`/staff/cases/${proposal.caseId}`}>
                    {t(standardMessages.goToCase)}
                  </LinkButton>
                )}
                <LinkButton href={`/stations/standard?version=${versionId}`}>
                  {t(standardMessages.readPublic)}
                </LinkButton>
              </>
            }
          />
          <div className="stations-columns">
            <div className="ui-stack">
              {content.criteria.map((criterion) => (
                <Card key={criterion.id} title={t(criterion.title)}>
                  <p>{t(criterion.words)}</p>
                  <ul className="standard-needs">
                    {criterion.needs.map(({ anyOf }) => (
                      <li key={anyOf.map((take) => takeWords(take).zh).join()}>
                        {anyOf.map((take) => t(takeWords(take))).join(t({ zh: '；或者 ', en: '; or ' }))}
                      </li>
                    ))}
                  </ul>
                </Card>
              ))}
            </div>
            <div className="ui-stack">
              {inForceSince === null && (
                <PreviewCard which={{ versionId }} {...(proposal && { dayAtFirst: proposal.fromDay })} />
              )}
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}
