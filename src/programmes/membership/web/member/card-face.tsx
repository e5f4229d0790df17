import { useMemo } from 'react'
import { qrPath } from '#platform/client/qr-path.ts'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Mark } from '#ui/pictures/mark.tsx'
import { QrCode } from '#ui/pictures/qr-code.tsx'
import { spacedSerial } from '../../rules/card-serial.ts'
import { WINDOW_SECONDS } from '../../rules/moving-code.ts'
import { cardMessages } from './card-messages.ts'
import type { KeptCard } from './device/card-store.ts'
import { useMovingCode } from './device/use-moving-code.ts'

/** Large, and changing every half minute, so that whoever scans it knows that it is here and now. */
export function CardFace({ kept }: { kept: KeptCard }) {
  const t = useText()
  const format = useFormat()
  const { card } = kept
  const { address, isMoving, secondsLeft } = useMovingCode(kept)
  const code = useMemo(() => qrPath(address, 'M'), [address])
  return (
    <section className="membership-card" aria-label={t(cardMessages.title)}>
      <div className="membership-card-head">
        <Mark />
        {t(cardMessages.federation, { city: card.cityName })}
      </div>
      <div>
        <p className="membership-card-name">{card.name}</p>
        <p>{card.organisationName}</p>
        <p>
          {card.standing === 'retained' && `${t(cardMessages.retained)} · `}
          {t(cardMessages.since, { day: format.date(card.since) })}
        </p>
      </div>
      <div className="membership-card-code">
        <QrCode {...code} label={t(cardMessages.codeLabel)} />
        {isMoving ? (
          <>
            <div className="membership-card-clock" aria-hidden>
              <div style={{ inlineSize: `${(secondsLeft / WINDOW_SECONDS) * 100}%` }} />
            </div>
            <p className="membership-card-now">
              {t(cardMessages.nowIs, { time: format.time(new Date()), seconds: secondsLeft })}
            </p>
          </>
        ) : (
          <p>{t(cardMessages.stillCode)}</p>
        )}
      </div>
      <p className="membership-card-serial">
        <span className="ui-hidden">{t(cardMessages.serial)} </span>
        {spacedSerial(card.serial)}
      </p>
    </section>
  )
}
