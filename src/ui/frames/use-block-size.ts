import { useCallback, useState, type RefCallback } from 'react'

/**
 * The height of an element in px; undefined until the browser tells it, after the first layout and without being made
 * to lay out for it.
 */
export function useBlockSize(): [RefCallback<HTMLElement>, number | undefined] {
  const [size, setSize] = useState<number>()
  // Not by way of a state: that would draw the frame twice before anything is seen.
  const measure = useCallback((element: HTMLElement) => {
    const observer = new ResizeObserver(([entry]) => setSize(entry?.borderBoxSize[0]?.blockSize))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [measure, size]
}
