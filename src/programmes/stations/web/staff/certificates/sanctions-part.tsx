import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { sanctionKindWords } from '#programmes/stations/rules/certificate/words.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { SanctionKind, StaffCertificate } from '../types.ts'
import { certificateMessages } from './messages.ts'

/** Warnings, suspensions and withdrawals: what was decided, and what may be proposed now. */
export function SanctionsPart({ code, certificate }: { code: string; certificate: StaffCertificate }) {
  const t = useText()
  const [kind, setKind] = useState<SanctionKind | null>(null)
  const { sanctions, warningsThisYear, openSanctionCaseId, maySanction, sanctionable } = certificate
  return (
    <section className="ui-stack" aria-label={t(certificateMessages.sanctions)}>
      <p>{t(certificateMessages.warnings, { count: warningsThisYear })}</p>
      {sanctions.length > 0 && (
        <ul className="certificate-lines">
          {sanctions.map(({ kind: decided, fromDay, reason, caseId }) => (
            <li key={`${caseId} ${decided}`}>
              {fromDay}{' '}
              <Link href={`/staff/cases/${caseId}`}>
                {decided === 'warning-lifted' ? t(certificateMessages.lifted) : t(sanctionKindWords[decided])}
              </Link>{' '}
              <span className="ui-hint">{reason}</span>
            </li>
          ))}
        </ul>
      )}
      {openSanctionCaseId !== null && (
        <LinkButton href={`/staff/cases/${openSanctionCaseId}`}>{t(certificateMessages.openCase)}</LinkButton>
      )}
      {maySanction && openSanctionCaseId === null && (
        <div className="ui-row">
          {sanctionable.map((one) => (
            <Button key={one} onPress={() => setKind(one)}>
              {t(certificateMessages.propose, { kind: t(sanctionKindWords[one]) })}
            </Button>
          ))}
        </div>
      )}
      <ProposeDialog code={code} kind={kind} onClose={() => setKind(null)} />
    </section>
  )
}

type ProposeDialogProps = { code: string; kind: SanctionKind | null; onClose: () => void }

function ProposeDialog({ code, kind, onClose }: ProposeDialogProps) {
  const t = useText()
  const toast = useToast()
  const propose = useCommand(stations.proposeSanction, ['review', 'work'])
  const title = t(certificateMessages.propose, { kind: kind === null ? '' : t(sanctionKindWords[kind]) })
  return (
    <ReasonDialog
      title={title}
      confirmLabel={title}
      isOpen={kind !== null}
      onOpenChange={onClose}
      onConfirm={(reason) =>
        kind &&
        propose.mutate(
          { code, kind, reason },
          {
            onSuccess: () => {
              toast({ text: t(certificateMessages.proposed) })
              onClose()
            },
          },
        )
      }
      isPending={propose.isPending}
      failure={propose.error}
    >
      {t(certificateMessages.proposeWhat)}
    </ReasonDialog>
  )
}
