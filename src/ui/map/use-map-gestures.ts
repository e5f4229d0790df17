import { useRef, type PointerEvent } from 'react'
import type { MapControl } from './use-map-view.ts'

type Point = { x: number; y: number }

/** A press that moves less than this is a press on what lies under it. */
const slackPx = 5

/**
 * One finger or the mouse moves the map, two fingers zoom about their middle. The pointer is captured
 * only once it moves, so that a press still reaches the marker under it.
 */
export function useMapGestures(control: MapControl) {
  const pointers = useRef(new Map<number, Point>())
  const start = useRef<Point>({ x: 0, y: 0 })
  const isDragging = useRef(false)

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    pointers.current.set(event.pointerId, pointOf(event))
    start.current = pointOf(event)
    if (pointers.current.size === 1) isDragging.current = false
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const before = pointers.current.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    if (!isDragging.current && distance(now, start.current) < slackPx) return
    isDragging.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    pointers.current.set(event.pointerId, now)
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
    if (other) pinch(control, event.currentTarget, { before, now, other })
    else control.pan(now.x - before.x, now.y - before.y)
  }

  const release = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId)
  }

  return {
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: release,
      onPointerCancel: release,
      onPointerLeave: release,
    },
    /** True right after a drag: the click that ends it means nothing. */
    endsDrag: () => isDragging.current,
  }
}

type Pinch = { before: Point; now: Point; other: Point }

function pinch(control: MapControl, element: HTMLElement, { before, now, other }: Pinch) {
  const { left, top } = element.getBoundingClientRect()
  const middle = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top }
  control.zoom(distance(now, other) / Math.max(1, distance(before, other)), middle)
  // Each of two fingers carries half of the movement of their middle.
  control.pan((now.x - before.x) / 2, (now.y - before.y) / 2)
}

function pointOf(event: PointerEvent): Point {
  return { x: event.clientX, y: event.clientY }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
