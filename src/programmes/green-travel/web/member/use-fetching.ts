import { useCallback, useEffect, useRef, useState } from 'react'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { Failure } from '#platform/failures.ts'
import { greenTravel } from '../../contract.ts'
import { fetchVoucher, type HeldVoucher } from './device/use-vouchers.ts'
import { needsMore } from './view/choose-ride.ts'
import type { WhyNot } from './why-not.tsx'

/** Refusals that only say that this phone, or another, holds the rides already. */
const HELD_ALREADY = new Set(['day-limit', 'month-limit', 'next-month-too-early'])
/** In the last days of a month the next one's voucher comes beside this one's. */
const MONTH_END_MS = 2 * 86_400_000

type Vouchers = { held: readonly HeldVoucher[] | undefined; reload: () => Promise<void> }

/** Fetches what is missing while there is a line, once a visit and again when asked; says why where nothing came. */
export function useFetching({ held, reload }: Vouchers): { why: WhyNot; retry: () => void } {
  const riding = useAnswer(greenTravel.myRiding, {})
  const [outcome, setOutcome] = useState<WhyNot>()
  const [turn, setTurn] = useState(0)
  const done = useRef('')
  const isReady = held !== undefined && hasCrypto() && riding.data?.refusal === null
  useEffect(() => {
    if (!isReady) return
    // Once for what is held now: a refusal is not asked for again with every tick.
    const key = `${turn}:${held.map(({ number }) => number).join()}`
    if (done.current === key || !needsMore(held, Date.now() / 1000)) return
    done.current = key
    void fetchMissing(held.length > 0).then((why) => {
      setOutcome(why)
      return reload()
    })
  }, [isReady, held, turn, reload])
  const { refetch } = riding
  const retry = useCallback(() => {
    setOutcome(undefined)
    setTurn((last) => last + 1)
    void refetch()
  }, [refetch])
  return { why: reasonOf(held, riding.error, riding.data?.refusal, outcome), retry }
}

const hasCrypto = () => 'subtle' in crypto

type Refusal = OutputOf<typeof greenTravel.myRiding>['refusal']

/** The first that stands in the way, in the order in which a person could do something about it. */
function reasonOf(
  held: Vouchers['held'],
  error: Failure | null,
  refusal: Refusal | undefined,
  outcome: WhyNot | undefined,
): WhyNot {
  if (!hasCrypto()) return { kind: 'insecure' }
  if (error !== null) return whyOf(error)
  if (refusal) return { kind: 'refused', code: refusal.code, text: refusal, next: refusal.next }
  if (held === undefined || refusal === undefined) return { kind: 'loading' }
  return outcome ?? { kind: needsMore(held, Date.now() / 1000) ? 'loading' : 'used-up' }
}

/** This month's, and near its end the next one's. What is refused because it is held already is no news. */
async function fetchMissing(holdsSome: boolean): Promise<WhyNot> {
  let why: WhyNot = { kind: 'used-up' }
  const isMonthEnd = monthOf(Date.now()) !== monthOf(Date.now() + MONTH_END_MS)
  for (const period of isMonthEnd ? (['now', 'next-month'] as const) : (['now'] as const)) {
    try {
      await fetchVoucher(period)
    } catch (error) {
      const failure = error as Failure
      if (period === 'now' && !(holdsSome && HELD_ALREADY.has(failure.code))) why = whyOf(failure)
    }
  }
  return why
}

const monthOf = (at: number) => cityDay(at).slice(0, 7)

const whyOf = (failure: Failure): WhyNot =>
  failure.code === 'offline'
    ? { kind: 'offline' }
    : {
        kind: 'refused',
        code: failure.code,
        text: failure.text ?? { zh: failure.message, en: failure.message },
      }
