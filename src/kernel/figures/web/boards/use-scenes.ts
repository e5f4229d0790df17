import { useEffect, useState } from 'react'

const SECONDS_EACH = 20

/** Which of `count` scenes is shown: the next one every twenty seconds, by arrow keys, or held by the space bar. */
export function useScenes(count: number): { at: number; isHeld: boolean } {
  const [shown, setShown] = useState(0)
  const [isHeld, setHeld] = useState(false)
  const at = count === 0 ? 0 : shown % count
  useEffect(() => {
    if (isHeld || count < 2) return
    const timer = setTimeout(() => setShown((at + 1) % count), SECONDS_EACH * 1000)
    return () => clearTimeout(timer)
  }, [at, count, isHeld])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (count === 0) return
      if (event.key === 'ArrowRight') setShown((before) => ((before % count) + 1) % count)
      else if (event.key === 'ArrowLeft') setShown((before) => ((before % count) + count - 1) % count)
      else if (event.key === ' ') setHeld((before) => !before)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [count])
  return { at, isHeld }
}
