import { FileUpload } from '#kernel/files/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'
import type { OfMonth } from './month-page.tsx'

/** The company's claim of the month; lines that were not taken are named here, by their row. */
export function SendClaim({ of }: { readonly of: OfMonth }) {
  const t = useText()
  const send = useCommand(greenTravel.sendClaim)
  const refused = send.data?.refused ?? []
  return (
    <Card title={t(messages.sendClaim)}>
      {send.error && <Refused error={send.error} />}
      {refused.length > 0 && (
        <DescriptionList
          items={refused.map(({ line, text, value }) => ({
            term: `${t(messages.line)} ${line}`,
            value: `${t(text)}${value === '' ? '' : `（${value}）`}`,
          }))}
        />
      )}
      <FileUpload
        purpose="ride-claim"
        label={t(messages.fileName)}
        description={t(messages.sendClaimHint)}
        accept={['.xlsx', '.csv']}
        onReady={({ fileId }) => send.mutate({ ...of, fileId })}
      />
    </Card>
  )
}
