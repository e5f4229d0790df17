import { useEffect, useState } from 'react'
import { makeCode } from '../../verifier/make-code.ts'
import { signWithDevice } from './device/device-key.ts'
import type { HeldVoucher } from './device/use-vouchers.ts'
import { chooseRide, type Choice } from './view/choose-ride.ts'

export type ShownCode = Choice & {
  readonly text: string
  /** Seconds until the page makes a new one; a reader takes this one for somewhat longer. */
  readonly secondsLeft: number
  readonly memberFen: number
}

/** A code is renewed at half its life, so that whoever walks to the reader never holds one that dies on the way. */
const RENEWED_AT = 0.5

/** The code to show now, made anew in time; `null` while there is no ride for today, undefined before the first. */
export function useRideCode(held: readonly HeldVoucher[] | undefined): ShownCode | null | undefined {
  const now = useSeconds()
  const [made, setMade] = useState<{ text: string; number: number; counter: number; at: number }>()
  const choice = held && chooseRide(held, now)
  const from = held?.find(({ number }) => number === choice?.number)
  const renewSeconds = (from?.codeSeconds ?? 60) * RENEWED_AT
  const isFresh =
    made !== undefined &&
    made.number === choice?.number &&
    made.counter === choice.counter &&
    now >= made.at &&
    now < made.at + renewSeconds
  const counter = choice?.counter
  useEffect(() => {
    if (isFresh || from === undefined || counter === undefined) return undefined
    let isOver = false
    const at = Math.floor(Date.now() / 1000)
    void makeCode(from.signed, counter, at, signWithDevice(from.privateKey)).then((text) => {
      if (!isOver) setMade({ text, number: from.number, counter, at })
    })
    return () => void (isOver = true)
  }, [isFresh, from, counter])
  if (held === undefined) return undefined
  if (choice === undefined || from === undefined) return null
  if (!isFresh) return undefined
  return {
    ...choice,
    text: made.text,
    secondsLeft: Math.ceil(made.at + renewSeconds - now),
    memberFen: from.memberFen,
  }
}

function useSeconds(): number {
  const [now, setNow] = useState(() => Math.floor(Date.now() / 1000))
  useEffect(() => {
    const timer = setInterval(() => setNow(Math.floor(Date.now() / 1000)), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
