import { useEffect, useState } from 'react'
import { useFormat } from '#ui/i18n/use-format.ts'

const MINUTE_MS = 60_000

/** The time of day, by itself: nothing else on the board is drawn anew when a minute passes. */
export function HallClock() {
  const format = useFormat()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), MINUTE_MS - (now % MINUTE_MS))
    return () => clearTimeout(timer)
  }, [now])
  return (
    <p className="hall-clock">
      {format.time(now)}
      <small>{format.date(now)}</small>
    </p>
  )
}
