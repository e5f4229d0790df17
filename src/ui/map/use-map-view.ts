import { startTransition, useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { MapFocus, MapView, Size } from './map-types.ts'
import { centreOn, fitView, panBy, zoomAt } from './view.ts'

type Point = { x: number; y: number }

/**
 * The view of a map in a box that may change its size; until the box is measured there is no view. It begins at
 * `focus`, and on the whole drawing without one.
 */
export function useMapView(drawing: Size, focus?: MapFocus) {
  const box = useRef<HTMLDivElement>(null)
  const [screen, setScreen] = useState<Size>({ width: 0, height: 0 })
  const [chosen, setChosen] = useState<MapView | 'start' | 'all'>('start')
  useEffect(() => {
    const element = box.current
    if (!element) return
    // Tells the size at once, too. Drawing hundreds of places gives way to whatever the person does meanwhile.
    const observer = new ResizeObserver(() =>
      startTransition(() => setScreen({ width: element.clientWidth, height: element.clientHeight })),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const isMeasured = screen.width > 0 && screen.height > 0
  const viewOf = useCallback(
    (at: MapView | 'start' | 'all'): MapView => {
      if (typeof at === 'object') return at
      const size = screen.width > 0 ? screen : drawing
      const whole = fitView(drawing, size)
      return at === 'start' && focus ? centreOn(whole, focus, focus.zoom, drawing, size) : whole
    },
    [drawing, screen, focus],
  )
  const view = useMemo(() => viewOf(chosen), [viewOf, chosen])
  const change = useCallback(
    (next: (view: MapView) => MapView) => setChosen((old) => next(viewOf(old))),
    [viewOf],
  )
  const middle = { x: screen.width / 2, y: screen.height / 2 }
  return {
    box,
    screen,
    view,
    isMeasured,
    zoom: (factor: number, point: Point = middle) =>
      change((old) => zoomAt(old, factor, point, drawing, screen)),
    pan: (dx: number, dy: number) => change((old) => panBy(old, dx, dy, drawing, screen)),
    centre: (point: Point, zoom: number) => change((old) => centreOn(old, point, zoom, drawing, screen)),
    showAll: () => setChosen('all'),
  }
}

export type MapControl = Omit<ReturnType<typeof useMapView>, 'box'>

/** React listens to the wheel passively, and a passive listener cannot keep the page from scrolling. */
export function useWheelZoom(box: RefObject<HTMLElement | null>, control: MapControl) {
  const latest = useRef(control)
  useEffect(() => {
    latest.current = control
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const point = { x: event.clientX - left, y: event.clientY - top }
      latest.current.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), point)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [box])
}
