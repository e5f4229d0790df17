import { useEffect, useState, type RefCallback } from 'react'

/**
 * The height of an element in px; undefined until the browser tells it, after the first layout and without being made
 * to lay out for it.
 */
export function useBlockSize(): [RefCallback<HTMLElement>, number | undefined] {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [size, setSize] = useState<number>()
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setSize(entry?.borderBoxSize[0]?.blockSize))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return [setElement, size]
}
