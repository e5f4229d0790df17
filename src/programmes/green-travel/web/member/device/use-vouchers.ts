import { useCallback, useEffect, useState } from 'react'
import { call } from '#platform/client/call.ts'
import { greenTravel } from '../../../contract.ts'
import { endsAt, readVoucher, VOUCHER_BYTES, type Voucher } from '../../../verifier/bytes.ts'
import { makeDeviceKey } from './device-key.ts'
import { dropVoucher, keepVoucher, readVouchers, type StoredVoucher } from './ride-store.ts'

export type HeldVoucher = StoredVoucher & { readonly voucher: Voucher }

/** Rides whose day is over are nobody's; an hour's grace for a clock that was set back. */
const GRACE_SECONDS = 3_600

/** What is here and not over; what is over goes. */
async function readHeld(): Promise<readonly HeldVoucher[]> {
  const now = Date.now() / 1000
  const all = (await readVouchers().catch(() => [])).map((stored) => ({
    ...stored,
    voucher: readVoucher(stored.signed.subarray(0, VOUCHER_BYTES)),
  }))
  const over = all.filter(({ voucher }) => endsAt(voucher) + GRACE_SECONDS < now)
  await Promise.all(over.map(({ number }) => dropVoucher(number)))
  return all.filter((one) => !over.includes(one))
}

/** The vouchers on this phone; undefined until they were read. Works without a network. */
export function useVouchers() {
  const [held, setHeld] = useState<readonly HeldVoucher[]>()
  useEffect(() => {
    void readHeld().then(setHeld)
  }, [])
  const reload = useCallback(async () => setHeld(await readHeld()), [])
  const markUsed = useCallback(
    async (number: number, counters: readonly number[]) => {
      const known = (await readVouchers()).find((one) => one.number === number)
      if (known === undefined || counters.every((counter) => known.used.includes(counter))) return
      await keepVoucher({ ...known, used: [...new Set([...known.used, ...counters])] })
      await reload()
    },
    [reload],
  )
  const drop = useCallback(
    async (number: number) => {
      await dropVoucher(number)
      await reload()
    },
    [reload],
  )
  return { held, reload, markUsed, drop }
}

/** A fresh key, a voucher for it, both kept. Throws the server's refusal. */
export async function fetchVoucher(period: 'now' | 'next-month'): Promise<void> {
  const { privateKey, publicKey } = await makeDeviceKey()
  const { voucher, codeSeconds, memberFen } = await call(greenTravel.issueVoucher, {
    deviceKey: btoa(String.fromCharCode(...publicKey)),
    period,
  })
  const signed = Uint8Array.from(atob(voucher), (letter) => letter.charCodeAt(0))
  const { number } = readVoucher(signed.subarray(0, VOUCHER_BYTES))
  await keepVoucher({ number, signed, privateKey, codeSeconds, memberFen, used: [] })
}
