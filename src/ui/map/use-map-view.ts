import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { MapView, Size } from './map-types.ts'
import { centreOn, fitView, panBy, zoomAt } from './view.ts'

type Point = { x: number; y: number }

/** The view of a map in a box that may change its size; until the box is measured there is no view. */
export function useMapView(drawing: Size) {
  const box = useRef<HTMLDivElement>(null)
  const [screen, setScreen] = useState<Size>({ width: 0, height: 0 })
  const [chosen, setChosen] = useState<MapView | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setScreen({ width: element.clientWidth, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  const isMeasured = screen.width > 0 && screen.height > 0
  const view = chosen ?? fitView(drawing, isMeasured ? screen : drawing)
  const change = useCallback(
    (next: (view: MapView) => MapView) => setChosen((old) => next(old ?? fitView(drawing, screen))),
    [drawing, screen],
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
    showAll: () => setChosen(null),
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
