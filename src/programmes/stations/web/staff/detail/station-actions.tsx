import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Menu, type MenuEntry } from '#ui/controls/menu.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { FileInTheMaking } from '../file-in-the-making.tsx'
import { messages } from '../messages.ts'
import type { StationRecord, StationState } from '../types.ts'
import { useDownload } from '#kernel/files/client.ts'
import { KeeperDialog } from './keeper-dialog.tsx'
import { detailMessages } from './messages.ts'
import { ReissueDialog } from './reissue-dialog.tsx'
import { StateDialog, type NextState } from './state-dialog.tsx'

type Open = { kind: 'keeper' } | { kind: 'plate' } | { kind: 'state'; to: NextState }

/** What may be done with a station: the everyday things as buttons, the rare ones in a menu. */
export function StationActions({ station }: { station: StationRecord }) {
  const t = useText()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const plate = useDownload(stations.plateSheet)
  const print = () => void plate.start({ codes: [station.code] }, `${station.code}.pdf`)
  const isOpen = { onOpenChange: close, station }
  return (
    <>
      <FileInTheMaking download={plate} />
      <Allowed permission="stations.plates">
        <Button icon="print" isPending={plate.isPending} onPress={print}>
          {t(detailMessages.print)}
        </Button>
      </Allowed>
      {station.mayEdit && (
        <>
          <LinkButton icon="edit" variant="primary" href={`/staff/stations/${station.code}/edit`}>
            {t(messages.edit)}
          </LinkButton>
          <Menu
            label={t(detailMessages.more)}
            trigger={<IconButton icon="more" variant="secondary" label={t(detailMessages.more)} />}
            entries={entriesOf(station.state, t, setOpen)}
          />
        </>
      )}
      <KeeperDialog {...isOpen} isOpen={open?.kind === 'keeper'} />
      <ReissueDialog {...isOpen} isOpen={open?.kind === 'plate'} />
      <StateDialog {...isOpen} to={open?.kind === 'state' ? open.to : null} />
    </>
  )
}

function entriesOf(state: StationState, t: Translate, open: (what: Open) => void): MenuEntry[] {
  const to = (next: NextState) => () => open({ kind: 'state', to: next })
  const suspend: MenuEntry = {
    id: 'suspend',
    label: t(detailMessages.suspend),
    icon: 'lock',
    onAction: to('suspended'),
  }
  const resume: MenuEntry = {
    id: 'resume',
    label: t(detailMessages.resume),
    icon: 'door',
    onAction: to('operating'),
  }
  return [
    {
      id: 'keeper',
      label: t(detailMessages.appoint),
      icon: 'user',
      onAction: () => open({ kind: 'keeper' }),
    },
    { id: 'plate', label: t(detailMessages.reissue), icon: 'qr', onAction: () => open({ kind: 'plate' }) },
    ...(state === 'closed' ? [] : [state === 'operating' ? suspend : resume]),
  ]
}
