import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useVouchers } from './device/use-vouchers.ts'
import { messages } from './messages.ts'
import { chooseRide } from './view/choose-ride.ts'

/** One tap from home to the code. What it says comes from the phone alone. */
export default function RideOnHome() {
  const t = useText()
  const { held } = useVouchers()
  const choice = held && chooseRide(held, Date.now() / 1000)
  return (
    <Card title={t(messages.homeTitle)}>
      <p>{choice ? t(messages.homeReady, { count: choice.leftToday }) : t(messages.homeText)}</p>
      <LinkButton href="/ride" icon="qr" wide>
        {t(messages.open)}
      </LinkButton>
    </Card>
  )
}
