import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import { honourMessages as messages } from './messages.ts'
import { NameDialog } from './name-dialog.tsx'

export type Honour = OutputOf<typeof stations.listHonours>['rows'][number]

/** A station's honours with their documents, to be registered and, where they were taken back, revoked. */
export function HonoursCard({ code }: { readonly code: string }) {
  const t = useText()
  const [isNaming, setNaming] = useState(false)
  const [revoking, setRevoking] = useState<Honour>()
  return (
    <Card
      title={t(messages.title)}
      actions={
        <Allowed permission="stations.decide">
          <Button icon="plus" onPress={() => setNaming(true)}>
            {t(messages.add)}
          </Button>
        </Allowed>
      }
    >
      <Answered to={useAnswer(stations.listHonours, { code })}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <p>{t(messages.none)}</p>}
            <ul className="stations-plain">
              {rows.map((honour) => (
                <li key={honour.id}>
                  <HonourLine honour={honour} />
                  {honour.revokedOn === null && (
                    <Allowed permission="stations.decide">
                      <Button variant="quiet" onPress={() => setRevoking(honour)}>
                        {t(messages.revoke)}
                      </Button>
                    </Allowed>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      <NameDialog code={code} isOpen={isNaming} onClose={() => setNaming(false)} />
      <RevokeDialog honour={revoking} onClose={() => setRevoking(undefined)} />
    </Card>
  )
}

/** What it is called, by which document, and whether it still stands. */
export function HonourLine({ honour }: { readonly honour: Honour }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <b>{honour.title}</b>
      <p className="ui-hint">
        {t(messages.line, {
          documentNo: honour.documentNo,
          issuer: honour.issuer,
          namedOn: format.date(honour.namedOn),
        })}{' '}
        {honour.documentUrl !== null && (
          <a className="ui-link" href={honour.documentUrl} target="_blank" rel="noreferrer">
            {t(messages.document)}
          </a>
        )}
      </p>
      {honour.revokedOn !== null && (
        <p>
          {t(messages.revoked, { on: format.date(honour.revokedOn), reason: honour.revokedReason ?? '' })}
        </p>
      )}
    </>
  )
}

function RevokeDialog({
  honour,
  onClose,
}: {
  readonly honour: Honour | undefined
  readonly onClose: () => void
}) {
  const t = useText()
  const revoke = useCommand(stations.revokeHonour, ['figures'])
  const confirm = (reason: string) => {
    if (honour === undefined) return
    revoke.mutate({ id: honour.id, revokedOn: cityDay(new Date()), reason }, { onSuccess: onClose })
  }
  return (
    <ReasonDialog
      title={t(messages.revoke)}
      confirmLabel={t(messages.revoke)}
      isOpen={honour !== undefined}
      onOpenChange={onClose}
      onConfirm={confirm}
      isDanger
      isPending={revoke.isPending}
      failure={revoke.error}
    >
      {t(messages.revokeWhat)}
    </ReasonDialog>
  )
}
