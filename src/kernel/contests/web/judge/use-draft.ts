import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { contests } from '../../contract.ts'
import type { Task } from './task-page.tsx'

/** By criterion, in whole hundredths. */
export type Points = Readonly<Record<string, number>>

type State = 'none' | 'saving' | 'saved' | 'keptHere'

const RESTS_MS = 800
const keyOf = (taskId: string) => `zhenyi.score-draft.${taskId}`

/**
 * Scores as they are typed, kept at the server once typing rests, and on this device for as long as the server has not
 * got them: a judge who loses the line, or the page, loses nothing.
 */
export function useDraft(task: Task) {
  const [points, setPoints] = useState<Points>(() => keptHere(task.id) ?? task.draft ?? {})
  const [state, setState] = useState<State>('none')
  const touched = useRef(keptHere(task.id) !== undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { mutateAsync } = useCommand(contests.saveDraft)
  useEffect(() => {
    if (!touched.current) return
    keepHere(task.id, points)
    setState('saving')
    timer.current = setTimeout(() => {
      mutateAsync({ id: task.id, points: withinScale(task, points) }).then(
        () => {
          forgetHere(task.id)
          setState('saved')
        },
        () => setState('keptHere'),
      )
    }, RESTS_MS)
    return () => clearTimeout(timer.current)
  }, [points, task, mutateAsync])
  const change = (next: Points) => {
    touched.current = true
    setPoints(next)
  }
  return {
    points,
    setPoints: change,
    state,
    forget: () => forgetHere(task.id),
    /** Nothing more is sent as a draft: a late one would be refused once the sheet is sealed. */
    rest: () => clearTimeout(timer.current),
  }
}

/** The server takes no draft beyond the scale; the sheet says at the field what is wrong with the rest. */
const withinScale = ({ criteria }: Task, points: Points): Points =>
  Object.fromEntries(
    criteria
      .filter(({ id, pointsMax }) => (points[id] ?? pointsMax + 1) <= pointsMax)
      .map(({ id }) => [id, points[id]!]),
  )

function keptHere(taskId: string): Points | undefined {
  try {
    const kept = localStorage.getItem(keyOf(taskId))
    return kept === null ? undefined : (JSON.parse(kept) as Points)
  } catch {
    return undefined
  }
}

function keepHere(taskId: string, points: Points): void {
  try {
    localStorage.setItem(keyOf(taskId), JSON.stringify(points))
  } catch {
    // A browser without storage keeps nothing; the server does.
  }
}

function forgetHere(taskId: string): void {
  try {
    localStorage.removeItem(keyOf(taskId))
  } catch {
    // Nothing was kept.
  }
}
