import { useDownload } from '#kernel/files/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'
import type { OfMonth } from './month-page.tsx'

/** The lines of the claim that were not taken, for whoever has to mend them in the company's own sheet. */
export function ClaimRefused({ of, refused }: { readonly of: OfMonth; readonly refused: number }) {
  const t = useText()
  const download = useDownload(greenTravel.claimRefusedLines)
  if (refused === 0) return null
  return (
    <div className="ui-row">
      {download.failure && <Refused error={download.failure} />}
      <Button
        icon="download"
        isPending={download.isPending}
        onPress={() => void download.start(of, `${of.month}-未收下的行.csv`)}
      >
        {`${t(messages.claimRefusedGet)}（${refused}）`}
      </Button>
    </div>
  )
}
