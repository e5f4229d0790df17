import { useMemo } from 'react'
import { qrPath } from '#platform/client/qr-path.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { useFrame } from '#ui/frames/frame-context.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Mark } from '#ui/pictures/mark.tsx'
import { QrCode } from '#ui/pictures/qr-code.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { figures } from '../../contract.ts'
import './hall.css'
import { HallClock } from './hall-clock.tsx'
import { HallScene } from './hall-scene.tsx'
import { boardWords as words } from './messages.ts'
import { scenesOf, type Listed } from './scenes.ts'
import { useChanged } from './use-changed.ts'
import { useKiosk } from './use-kiosk.ts'
import { useScenes } from './use-scenes.ts'

const ASK_EVERY_SECONDS = 60

/**
 * The hall's display: one chapter at a time, legible at five metres. It asks public questions only, so that a screen that anybody
 * can touch needs no sign-in. Where the network fails the last numbers stay, with their time.
 */
export default function HallPage() {
  const report = useAnswer(figures.listFigures, {}, { everySeconds: ASK_EVERY_SECONDS, keepLast: true })
  const isTouched = useKiosk()
  const lostSince = report.data !== undefined && report.isError ? report.dataUpdatedAt : undefined
  return (
    <div className="hall" data-touched={isTouched || undefined}>
      <Answered to={report}>
        {({ rows, asOf }) => <Hall rows={rows} asOf={asOf} lostSince={lostSince} isTouched={isTouched} />}
      </Answered>
    </div>
  )
}

type HallProps = {
  rows: readonly Listed[]
  asOf: string
  lostSince: number | undefined
  isTouched: boolean
}

function Hall({ rows, asOf, lostSince, isTouched }: HallProps) {
  const t = useText()
  const format = useFormat()
  const { publisher, ribbon } = useFrame()
  const scenes = useMemo(() => scenesOf(rows), [rows])
  const changed = useChanged(rows)
  const { at, isHeld } = useScenes(scenes.length)
  const scene = scenes[at]
  const code = useMemo(() => qrPath(new URL('/report', location.origin).href, 'M'), [])
  return (
    <>
      {ribbon}
      <header className="hall-head">
        <p className="hall-publisher">
          <Mark size={56} />
          {publisher}
        </p>
        <h1>{scene ? t(scene.lead.chapter) : t(words.hall)}</h1>
        <HallClock />
      </header>
      <main className="hall-main">
        {scene ? (
          <HallScene key={scene.id} scene={scene} changed={changed} asOf={asOf} />
        ) : (
          <p>{t(words.empty)}</p>
        )}
      </main>
      <footer className="hall-foot">
        <p role="status">
          {lostSince === undefined
            ? t(words.asOf, { day: format.date(asOf) })
            : t(words.lostSince, { time: format.time(lostSince) })}
          {isTouched && <span>{t(words.keys)}</span>}
          {isHeld && <span>{t(words.held)}</span>}
        </p>
        <ol className="hall-dots" aria-label={t(words.screen, { at: at + 1, count: scenes.length })}>
          {scenes.map(({ id }, index) => (
            <li key={id} aria-current={index === at ? 'step' : undefined} />
          ))}
        </ol>
        <div className="hall-code">
          <span>{t(words.scan)}</span>
          <QrCode {...code} label={t(words.scan)} />
        </div>
      </footer>
    </>
  )
}
