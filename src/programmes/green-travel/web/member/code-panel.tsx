import { useMemo } from 'react'
import { qrPath } from '#platform/client/qr-path.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { QrCode } from '#ui/pictures/qr-code.tsx'
import { messages } from './messages.ts'
import type { ShownCode } from './use-ride-code.ts'

type CodePanelProps = { code: ShownCode; renewSeconds: number; onBoarded: () => void }

/** The answer first, in a word and a shape; then the code as large as the phone is wide; then what the thumb needs. */
export function CodePanel({ code, renewSeconds, onBoarded }: CodePanelProps) {
  const t = useText()
  const format = useFormat()
  return (
    <section className="ride-panel">
      <p className="ride-verdict" role="status">
        <span className="ride-tick" aria-hidden="true" />
        {t(messages.good)}
        <span className="ride-verdict-more">{t(messages.leftToday, { count: code.leftToday })}</span>
      </p>
      <RideQr text={code.text} label={t(messages.codeLabel)} />
      <div className="ride-clock">
        <span className="ride-bar" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * code.secondsLeft) / renewSeconds}%` }} />
        </span>
        {/* Read by the eye only: a voice that counts every second helps nobody. */}
        <span aria-hidden="true">{t(messages.renewsIn, { seconds: code.secondsLeft })}</span>
        <span>{t(messages.fare, { fare: format.yuan(code.memberFen) })}</span>
      </div>
      <p className="ride-hint">{t(messages.holdToReader)}</p>
      <Button wide onPress={onBoarded}>
        {t(messages.boarded)}
      </Button>
      <p className="ride-hint">{t(messages.wrongNote)}</p>
    </section>
  )
}

/** Its text beside it as data, for whoever tries a reader without a camera. */
function RideQr({ text, label }: { text: string; label: string }) {
  const code = useMemo(() => qrPath(text, 'L'), [text])
  return (
    <div className="ride-qr" data-code={text}>
      <QrCode {...code} label={label} />
    </div>
  )
}
