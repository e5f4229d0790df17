import { useEffect, useState, type ReactNode } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'

/** Nothing at first, so that fast pages do not flicker; then a shape, a bar, and after ten seconds words. */
const stages = [
  { afterMs: 300, stage: 'skeleton' },
  { afterMs: 1_000, stage: 'progress' },
  { afterMs: 10_000, stage: 'long' },
] as const

type Stage = 'silent' | (typeof stages)[number]['stage']

export type LoadingStateProps = {
  /** What is being done: 正在读取站点. */
  label?: string
  /** Drawn in the shape of what will come; three lines otherwise. */
  skeleton?: ReactNode
  /** Offered after ten seconds. */
  onLeave?: () => void
}

export function LoadingState({ label, skeleton = <Skeleton lines={3} />, onLeave }: LoadingStateProps) {
  const t = useText()
  const stage = useStage()
  const text = label ?? t(messages.loading)
  if (stage === 'silent') return <div className="ui-loading" aria-busy />
  return (
    <div className="ui-loading" aria-busy>
      {stage === 'skeleton' ? <span className="ui-hidden">{text}</span> : <ProgressBar label={text} />}
      {stage === 'long' && (
        <div className="ui-loading-long" role="status">
          <p>{t(messages.loadingLong)}</p>
          {onLeave && <Button onPress={onLeave}>{t(messages.leave)}</Button>}
        </div>
      )}
      <div aria-hidden>{skeleton}</div>
    </div>
  )
}

function useStage(): Stage {
  const [stage, setStage] = useState<Stage>('silent')
  useEffect(() => {
    const timers = stages.map(({ afterMs, stage: next }) => setTimeout(() => setStage(next), afterMs))
    return () => timers.forEach(clearTimeout)
  }, [])
  return stage
}

/** Grey bars in place of lines to come. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className="ui-skeleton">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}
