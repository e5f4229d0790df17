import { useLayoutEffect, useState, type RefCallback } from 'react'

/**
 * The width of an element in px, so that a chart is drawn at its real size and its words keep theirs;
 * a scaled picture has tiny words on a phone and huge ones on a desk. `fallback` until it is measured.
 */
export function useWidth(fallback: number): [RefCallback<Element>, number] {
  const [element, setElement] = useState<Element | null>(null)
  const [width, setWidth] = useState(fallback)
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => setWidth(element.clientWidth || fallback)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [element, fallback])
  return [setElement, width]
}
