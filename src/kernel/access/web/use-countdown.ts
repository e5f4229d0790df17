import { useCallback, useEffect, useState } from 'react'

/** Seconds left, and how to begin anew. Counts against the clock, since a phone in a pocket stops its timers. */
export function useCountdown(seconds: number): readonly [left: number, restart: () => void] {
  const [until, setUntil] = useState(() => Date.now() + seconds * 1000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [until])
  const restart = useCallback(() => setUntil(Date.now() + seconds * 1000), [seconds])
  return [left, restart]
}
