import { useState } from 'react'
import { call } from '#platform/client/call.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import type { Candidate } from '../types.ts'
import { inspectionMessages } from './messages.ts'

export type RouteProps = { readonly day: string; readonly suggested: readonly Candidate[] }

/** The stops in their order, how long the way is where that was asked, and whose it becomes. */
export function useRoute({ day, suggested }: RouteProps) {
  const t = useText()
  const toast = useToast()
  const { navigate } = useLinks()
  const [stops, setStops] = useState(suggested)
  const [who, setWho] = useState<string>()
  const [metres, setMetres] = useState<number>()
  const inspectors = useAnswer(stations.listInspectors, {}).data?.rows ?? []
  const plan = useCommand(stations.planRound)
  const change = (next: readonly Candidate[]) => {
    setStops(next)
    setMetres(undefined)
  }
  const shorten = async () => {
    const ordered = await call(stations.orderRound, { codes: stops.map(({ code }) => code) })
    setStops(ordered.codes.map((code) => stops.find((stop) => stop.code === code)!))
    setMetres(ordered.metres)
  }
  const save = () => {
    const inspector = inspectors.find(({ id }) => id === who)
    plan.mutate(
      {
        day,
        codes: stops.map(({ code }) => code),
        ...(inspector && { inspector: { bk: inspector.bk, id: inspector.id } }),
      },
      {
        onSuccess: () => {
          toast({ text: t(inspectionMessages.saved) })
          navigate('/staff/stations/inspections')
        },
      },
    )
  }
  return { stops, who, setWho, metres, inspectors, plan, change, shorten, save }
}
