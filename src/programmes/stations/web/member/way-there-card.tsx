import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stationMessages } from './station-messages.ts'
import type { StationDetail } from './types.ts'
import { mapLinks, placeAsText } from './view/map-links.ts'

/** The address to read, copy or open in the phone's own map; web links, because not every browser opens apps. */
export function WayThereCard({ station }: { station: StationDetail }) {
  const t = useText()
  const toast = useToast()
  const copy = () =>
    copyText(placeAsText(station)).then(
      () => toast({ text: t(stationMessages.copied) }),
      () => toast({ text: t(stationMessages.copyFailed), icon: 'warning' }),
    )
  return (
    <div id="way">
      <Card title={t(stationMessages.wayThere)}>
        <p className="stations-address">{station.address}</p>
        <Button icon="copy" onPress={() => void copy()}>
          {t(stationMessages.copyAddress)}
        </Button>
        <p className="stations-small">{t(stationMessages.openIn)}</p>
        <div className="stations-map-links">
          {mapLinks(station).map(({ id, label, href }) => (
            <LinkButton key={id} href={href} target="_blank" rel="noreferrer">
              {t(label)}
            </LinkButton>
          ))}
        </div>
        {station.phone !== '' && (
          <LinkButton href={`tel:${station.phone.replace(/[^\d+]/g, '')}`} icon="phone">
            {t(stationMessages.callStation, { phone: station.phone })}
          </LinkButton>
        )}
      </Card>
    </div>
  )
}

/** The clipboard is kept from pages that are not https and from some in-app browsers; a selection is not. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (!isCopied) throw new Error('the browser did not copy')
}
