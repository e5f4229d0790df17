import { CertificateCard as PublicCard } from '../../member/certificate/certificate-card.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { certificateMessages } from './messages.ts'
import { SanctionsPart } from './sanctions-part.tsx'

/** What everybody sees of the certificate, and below it all that officers keep: each piece of evidence, each decision. */
export function StaffCertificateCard({ code }: { code: string }) {
  const t = useText()
  const answer = useAnswer(stations.getStaffCertificate, { code })
  return (
    <div id="certificate" className="ui-stack">
      <PublicCard code={code} />
      <Card title={t(certificateMessages.openCard)}>
        <Answered to={answer}>
          {(certificate) => (
            <div className="ui-stack">
              <SanctionsPart code={code} certificate={certificate} />
              <Disclosure title={t(certificateMessages.evidence)}>
                <EvidenceList certificate={certificate} />
              </Disclosure>
            </div>
          )}
        </Answered>
      </Card>
    </div>
  )
}
