import { useEffect } from 'react'

type Sentinel = { release(): Promise<void> }
type Waker = { wakeLock?: { request(kind: 'screen'): Promise<Sentinel> } }

/** Keeps the screen from dimming while a code is shown. A page cannot turn the light up; white paper and this are what it has. */
export function useWakeLock(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined
    let held: Sentinel | undefined
    let isOver = false
    const hold = async () => {
      const sentinel = await (navigator as Waker).wakeLock?.request('screen').catch(() => undefined)
      if (isOver) void sentinel?.release()
      else held = sentinel
    }
    const again = () => document.visibilityState === 'visible' && void hold()
    again()
    document.addEventListener('visibilitychange', again)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', again)
      void held?.release()
    }
  }, [isShown])
}
