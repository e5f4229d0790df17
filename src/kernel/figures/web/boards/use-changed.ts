import { useEffect, useRef, useState } from 'react'
import type { Listed } from './scenes.ts'

const SHOWN_SECONDS = 60

/** Keys of the figures whose number came in different just now; a minute later they are as quiet as the others. */
export function useChanged(rows: readonly Listed[]): ReadonlySet<string> {
  const before = useRef<ReadonlyMap<string, number | null>>(new Map())
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const known = before.current
    before.current = new Map(rows.map(({ key, value }) => [key, value]))
    const now = rows
      .filter(({ key, value }) => known.has(key) && known.get(key) !== value)
      .map(({ key }) => key)
    if (now.length === 0) return
    setChanged(new Set(now))
    const timer = setTimeout(() => setChanged(new Set()), SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [rows])
  return changed
}
