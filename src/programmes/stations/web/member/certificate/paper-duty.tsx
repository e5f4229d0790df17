import { useState } from 'react'
import { FileUpload } from '#kernel/files/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../../contract.ts'
import { certificateStateWords, documentKindWords } from '../../../rules/certificate/words.ts'
import type { DocumentKind } from '../../../rules/standard/standard-schema.ts'
import { certificateMessages as messages } from './messages.ts'

/** A signed paper: first its day, then the file; the upload's end is the end of the task. */
export function PaperDuty({ code, of }: { code: string; of: DocumentKind }) {
  const t = useText()
  const toast = useToast()
  const [signedOn, setSignedOn] = useState<string | null>(null)
  const send = useCommand(stations.sendDocument)
  const what = t(documentKindWords[of])
  return (
    <Disclosure title={t(messages.addPaper, { what })}>
      <div className="ui-stack">
        <DatePicker label={t(messages.paperSigned)} value={signedOn} onChange={setSignedOn} />
        {send.error && (
          <p className="stations-notice" role="alert" data-status="bad">
            {t(messages.notTaken, { reason: t(send.error.text) })}
          </p>
        )}
        {signedOn !== null && (
          <FileUpload
            purpose="station-evidence"
            label={what}
            description={t(messages.paperAccepts)}
            accept={['application/pdf', 'image/jpeg', 'image/png', 'image/webp']}
            onReady={({ fileId }) =>
              send.mutate(
                { code, of, fileId, signedOn },
                {
                  onSuccess: ({ state }) =>
                    toast({ text: t(messages.received, { state: t(certificateStateWords[state]) }) }),
                },
              )
            }
          />
        )}
      </div>
    </Disclosure>
  )
}
