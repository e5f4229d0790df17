import { useState } from 'react'
import { queryAddress } from '#platform/client/call.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { certificateStateWords } from '#programmes/stations/rules/certificate/words.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { Evidence, StaffCertificate } from '../types.ts'
import { proofWords } from '../words.ts'
import { certificateMessages } from './messages.ts'

/** Every piece of evidence, newest first, with what shows that it was made there and then. */
export function EvidenceList({ certificate }: { certificate: StaffCertificate }) {
  const t = useText()
  const [taking, setTaking] = useState<Evidence | null>(null)
  if (certificate.evidence.length === 0) return <p>{t(certificateMessages.noEvidence)}</p>
  return (
    <>
      <Timeline
        label={t(certificateMessages.evidence)}
        events={certificate.evidence.map((one) => ({
          id: one.id,
          at: one.at,
          who: one.by,
          what: one.isFavourable ? t(one.words) : `${t(one.words)}（${t(certificateMessages.against)}）`,
          status: one.withdrawn !== null ? 'quiet' : one.isFavourable ? 'good' : 'bad',
          children: (
            <Details
              evidence={one}
              {...(certificate.mayWithdraw && one.withdrawn === null && { onTake: () => setTaking(one) })}
            />
          ),
        }))}
      />
      <WithdrawDialog evidence={taking} onClose={() => setTaking(null)} />
    </>
  )
}

function Details({ evidence, onTake }: { evidence: Evidence; onTake?: () => void }) {
  const t = useText()
  const format = useFormat()
  const { proof, distanceMetres, cameraAt, withdrawn, thumbnailUrl, url, hasFile, id } = evidence
  const facts = [
    proof !== null && t(proofWords[proof]),
    distanceMetres !== null && t(certificateMessages.near, { metres: distanceMetres }),
    cameraAt !== null && t(certificateMessages.cameraAt, { time: format.dateTime(cameraAt) }),
    withdrawn !== null && t(certificateMessages.withdrawnBy, { who: withdrawn.by, reason: withdrawn.reason }),
  ].filter((fact) => fact !== false)
  return (
    <div className="ui-row">
      {thumbnailUrl !== null && url !== null && (
        <a href={url} target="_blank" rel="noreferrer">
          <img className="evidence-picture" src={thumbnailUrl} alt={t(evidence.words)} loading="lazy" />
        </a>
      )}
      <span className="ui-hint">{facts.join(' · ')}</span>
      {hasFile && (
        <a className="ui-link" href={queryAddress(stations.evidenceFile, { id })} download>
          {t(certificateMessages.original)}
        </a>
      )}
      {onTake && (
        <Button variant="quiet" icon="undo" onPress={onTake}>
          {t(certificateMessages.withdraw)}
        </Button>
      )}
    </div>
  )
}

function WithdrawDialog({ evidence, onClose }: { evidence: Evidence | null; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const withdraw = useCommand(stations.withdrawEvidence)
  return (
    <ReasonDialog
      title={t(certificateMessages.withdrawTitle)}
      confirmLabel={t(certificateMessages.withdraw)}
      isOpen={evidence !== null}
      onOpenChange={onClose}
      onConfirm={(reason) =>
        evidence &&
        withdraw.mutate(
          { id: evidence.id, reason },
          {
            onSuccess: ({ state }) => {
              toast({
                text: t(certificateMessages.evidenceWithdrawn, { state: t(certificateStateWords[state]) }),
              })
              onClose()
            },
          },
        )
      }
      isDanger
      isPending={withdraw.isPending}
      failure={withdraw.error}
    >
      {t(certificateMessages.withdrawWhat)}
    </ReasonDialog>
  )
}
