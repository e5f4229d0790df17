import { useEffect, useState } from 'react'

const NIGHTLY_HOUR = 4
const POINTER_SECONDS = 4

/**
 * What a screen on a wall needs: it does not fall asleep, F fills it, the pointer hides when nobody moves it, and once a night it
 * loads itself anew, so that it shows what was installed since. Answers whether the pointer was moved just now.
 */
export function useKiosk(): boolean {
  const [isTouched, setTouched] = useState(false)
  useEffect(() => {
    let hide: ReturnType<typeof setTimeout> | undefined
    const onMove = () => {
      setTouched(true)
      clearTimeout(hide)
      hide = setTimeout(() => setTouched(false), POINTER_SECONDS * 1000)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'f' || key === 'F') void toggleFullScreen()
    }
    addEventListener('pointermove', onMove)
    addEventListener('keydown', onKey)
    return () => {
      clearTimeout(hide)
      removeEventListener('pointermove', onMove)
      removeEventListener('keydown', onKey)
    }
  }, [])
  useEffect(keepAwake, [])
  useEffect(() => {
    const timer = setTimeout(() => void reloadWhenReached(), millisecondsUntil(NIGHTLY_HOUR))
    return () => clearTimeout(timer)
  }, [])
  return isTouched
}

/** Refused where the browser wants a gesture first: then nothing changes. */
async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen()
    else await document.exitFullscreen()
  } catch {
    // The browser's own F11 still works.
  }
}

/** A lock ends whenever the page is hidden, and is asked for again when it is seen. */
function keepAwake(): () => void {
  const ask = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  ask()
  document.addEventListener('visibilitychange', ask)
  return () => document.removeEventListener('visibilitychange', ask)
}

/** A reload without a network would leave the wall empty. */
async function reloadWhenReached(): Promise<void> {
  const answer = await fetch('/api/health').catch(() => undefined)
  if (answer?.ok === true) location.reload()
}

function millisecondsUntil(hour: number): number {
  const next = new Date()
  next.setHours(hour, 0, 0, 0)
  if (next.getTime() <= Date.now()) next.setDate(next.getDate() + 1)
  return next.getTime() - Date.now()
}
