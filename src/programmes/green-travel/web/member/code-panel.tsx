import { encode } from 'uqr'
import { useMemo } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
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

/** Black on white in every mode: readers know no other. With the panel's own margin, four modules of quiet around it. */
function RideQr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'L', border: 2 })
    const squares = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    )
    return { size: modules, path: squares.join('') }
  }, [text])
  return (
    <svg
      className="ride-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      data-code={text}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
