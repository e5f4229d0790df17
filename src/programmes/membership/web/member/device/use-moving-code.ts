import { useEffect, useState } from 'react'
import { codeOf, movingText, windowAt, WINDOW_SECONDS } from '../../../rules/moving-code.ts'
import type { KeptCard } from './card-store.ts'

export type Moving = {
  /** Where the code leads now: with the moving part, or without where this browser signs nothing. */
  readonly address: string
  readonly isMoving: boolean
  readonly secondsLeft: number
}

/** The code of this half minute, made on the phone: it needs no network, only a clock. */
export function useMovingCode({ card, signing }: KeptCard): Moving {
  const [now, setNow] = useState(() => Date.now())
  const [signed, setSigned] = useState<{ window: number; code: string }>()
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const window = windowAt(now)
  useEffect(() => {
    if (signing === undefined) return undefined
    let isStale = false
    const text = new TextEncoder().encode(movingText(card.serial, window))
    void crypto.subtle.sign('HMAC', signing, text).then((signature) => {
      if (!isStale) setSigned({ window, code: codeOf(new Uint8Array(signature)) })
    })
    return () => void (isStale = true)
  }, [card.serial, signing, window])
  const plain = `${card.verifyAt}${card.serial}`
  return {
    address: signed === undefined ? plain : `${plain}?t=${signed.window.toString(36)}&c=${signed.code}`,
    isMoving: signed !== undefined,
    secondsLeft: WINDOW_SECONDS - Math.floor((now / 1000) % WINDOW_SECONDS),
  }
}
