import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useText } from '#ui/i18n/language.tsx'
import { sitingMessages as messages } from './messages.ts'

/** How much longer a way is than the line. */
export const USUAL_DETOUR = 1.3

const usual = {
  question: 'build' as 'build' | 'close',
  count: 5,
  reach: 'one-km' as 'one-km' | 'fifteen-minutes',
  detourFactor: USUAL_DETOUR,
  /** By id; the first of its kind where none is chosen. */
  demand: undefined as string | undefined,
  sites: undefined as string | undefined,
  /** As its question says it where nobody names it. */
  named: null as string | null,
}

/** What is asked, with the sets of points there are, and the asking. */
export function useQuestion() {
  const t = useText()
  const navigate = useNavigate()
  const organisationId = useMe().data?.roles[0]?.organisationId
  const sets = useAnswer(stations.listPointSets, { pageSize: 100 }).data?.rows ?? []
  const [asked, setAsked] = useState(usual)
  const start = useCommand(stations.startSiting)
  const { question, count, reach, detourFactor } = asked
  const demands = sets.filter(({ kind }) => kind === 'demand')
  const sites = sets.filter(({ kind }) => kind === 'sites')
  const demandId = asked.demand ?? demands[0]?.id
  const sitesId = asked.sites ?? sites[0]?.id
  const short = t(question === 'build' ? messages.buildShort : messages.closeShort)
  const title = asked.named ?? t(messages.nameOf, { question: short, count })
  const submit = () => {
    if (organisationId === undefined || demandId === undefined) return
    const wish = { organisationId, title, question, count, reach, detourFactor, demandId }
    start.mutate(
      { ...wish, sitesId: question === 'build' ? (sitesId ?? null) : null },
      { onSuccess: ({ id }) => void navigate({ href: `/staff/stations/siting/${id}` }) },
    )
  }
  return {
    ...{ question, count, reach, detourFactor, demands, sites, demandId, sitesId, title, submit },
    change: (part: Partial<typeof usual>) => setAsked({ ...asked, ...part }),
    isReady: demandId !== undefined && (question === 'close' || sitesId !== undefined),
    isStarting: start.isPending,
    failure: start.error,
  }
}

export type Question = ReturnType<typeof useQuestion>
