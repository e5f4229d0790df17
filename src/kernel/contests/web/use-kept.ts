import { useCallback, useState } from 'react'

const PREFIX = 'zhenyi.contests.'

/**
 * A value that a person is filling in, kept in this browser at every change: a closed tab or a lost line costs
 * nothing. It goes with everything else of ours when they sign out. `drop` forgets it.
 */
export function useKept<T>(name: string, initial: () => T) {
  const key = PREFIX + name
  const [value, setValue] = useState<T>(() => readKept<T>(key) ?? initial())
  const change = useCallback(
    (next: T) => {
      setValue(next)
      writeKept(key, next)
    },
    [key],
  )
  const drop = useCallback(() => dropKept(key), [key])
  return { value, change, drop }
}

function readKept<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}

function writeKept(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or closed storage costs the person some typing, and nothing else.
  }
}

function dropKept(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
