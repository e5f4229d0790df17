import { useLayoutEffect, useState, type RefCallback } from 'react'

/** The height of an element in px, measured before anything is painted; undefined until it is there. */
export function useBlockSize(): [RefCallback<HTMLElement>, number | undefined] {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [size, setSize] = useState<number>()
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => setSize(element.offsetHeight)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [element])
  return [setElement, size]
}
