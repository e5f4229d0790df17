import { useEffect, useRef, useState } from 'react'

const SETTLES_AFTER_MS = 300

/** Text that is typed at once and told once the typing rests; a value changed from outside shows at once. */
export function useSettled(
  value: string,
  onSettled: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value)
  const told = useRef(value)
  const latest = useRef(onSettled)
  useEffect(() => {
    latest.current = onSettled
  })
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === told.current) return
    const timer = setTimeout(() => {
      told.current = text
      latest.current(text)
    }, SETTLES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  return [text, setText]
}
