import { Allowed } from '#kernel/access/client.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FileInTheMaking } from '../file-in-the-making.tsx'
import { useDownload } from '#kernel/files/client.ts'
import { listMessages } from './messages.ts'

/** The contract's bound on one sheet. */
const PLATES_MAX = 400

/** Plates of the chosen stations as one PDF, an A4 page each. */
export function PrintPlates({ codes }: { codes: string[] }) {
  const t = useText()
  const toast = useToast()
  const download = useDownload(stations.plateSheet)
  const print = () => {
    if (codes.length > PLATES_MAX) return toast({ text: t(listMessages.platesTooMany), icon: 'warning' })
    void download.start({ codes }, t(listMessages.platesName, { count: codes.length }))
  }
  return (
    <Allowed permission="stations.plates">
      <Button icon="print" isPending={download.isPending} onPress={print}>
        {t(listMessages.printPlates)}
      </Button>
      <FileInTheMaking download={download} />
    </Allowed>
  )
}
