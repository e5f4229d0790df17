import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { placeInDrawing, type Schematic } from '#kernel/city/client.ts'
import type { Degrees } from '#programmes/stations/rules/coordinates.ts'
import { StatusGlyph } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { MapBase, MapLabels } from '#ui/map/map-base.tsx'
import { closeZoom, MapControls } from '#ui/map/map-controls.tsx'
import type { MapView } from '#ui/map/map-types.ts'
import { placeLabels } from '#ui/map/place-labels.ts'
import { useMapGestures } from '#ui/map/use-map-gestures.ts'
import { useMapKeys } from '#ui/map/use-map-keys.ts'
import { useMapView, useWheelZoom, type MapControl } from '#ui/map/use-map-view.ts'
import { toScreen, zoomOf } from '#ui/map/view.ts'
import { degreesInDrawing } from './degrees-in-drawing.ts'
import { mapMessages as messages } from './messages.ts'
import { useGeometry } from './use-geometry.ts'

type PickMapProps = {
  readonly drawing: Schematic
  /** GCJ-02. */
  readonly place: Degrees | undefined
  readonly onPick: (place: Degrees) => void
}

type Point = { readonly x: number; readonly y: number }

/** The city's drawing as a field: a press sets the place, a drag moves the map. */
export function PickMap({ drawing, place, onPick }: PickMapProps) {
  const t = useText()
  const hintId = useId()
  const geometry = useGeometry(drawing)
  const { box, ...control } = useMapView(geometry)
  const { view, screen } = control
  const gestures = useMapGestures(control)
  const moveByKey = useMapKeys(control)
  useWheelZoom(box, control)
  const point = place && placeInDrawing(drawing, place.longitude, place.latitude)
  useInSight(control, point)
  const zoom = zoomOf(view, geometry, screen)
  const labels = useMemo(
    () => placeLabels(geometry.labels, [], view.scale, zoom),
    [geometry, view.scale, zoom],
  )
  const pickAt = (at: Point) => onPick(degreesInDrawing(drawing, toDrawing(view, at)))
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (gestures.endsDrag()) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    pickAt({ x: event.clientX - left, y: event.clientY - top })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter') return moveByKey(event)
    event.preventDefault()
    pickAt({ x: screen.width / 2, y: screen.height / 2 })
  }
  return (
    <div className="stations-desk-map">
      <div className="ui-map">
        <div
          ref={box}
          className="ui-map-box stations-pick"
          role="application"
          aria-label={t(messages.pick)}
          aria-describedby={hintId}
          tabIndex={0}
          onClick={onClick}
          onKeyDown={onKeyDown}
          {...gestures.handlers}
        >
          <svg width="100%" height="100%" aria-hidden visibility={control.isMeasured ? 'visible' : 'hidden'}>
            <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
              <MapBase geometry={geometry} />
            </g>
            <g transform={`translate(${view.x} ${view.y})`}>
              <MapLabels labels={labels} />
            </g>
            <path
              className="stations-pick-cross"
              d={`M${screen.width / 2 - 9} ${screen.height / 2}h18m-9-9v18`}
            />
            {point && <Pin at={toScreen(view, point)} />}
          </svg>
        </div>
        <MapControls control={control} />
      </div>
      <p id={hintId} className="ui-hint">
        {t(messages.pickHint)} {t(drawing.notice)}
      </p>
    </div>
  )
}

function Pin({ at }: { readonly at: Point }) {
  return (
    <g className="ui-marker" data-status="info" data-selected transform={`translate(${at.x} ${at.y})`}>
      <path className="ui-marker-pin" d="M0 0C-3-6-12-10-12-19a12 12 0 0 1 24 0C12-10 3-6 0 0Z" />
      <g transform="translate(-7 -26) scale(.875)">
        <StatusGlyph status="info" />
      </g>
    </g>
  )
}

const toDrawing = (view: MapView, { x, y }: Point): Point => ({
  x: (x - view.x) / view.scale,
  y: (y - view.y) / view.scale,
})

/** The first place is shown from near, to be refined there; later ones only come into sight and do not make it jump. */
function useInSight(control: MapControl, point: Point | undefined) {
  const latest = useRef({ control, point, wasShown: false })
  useEffect(() => {
    latest.current = { ...latest.current, control, point }
  })
  const { isMeasured } = control
  useEffect(() => {
    const { control: now, point: at, wasShown } = latest.current
    if (at === undefined || !isMeasured) return
    const { x, y } = toScreen(now.view, at)
    const isInSight = x > 30 && y > 50 && x < now.screen.width - 30 && y < now.screen.height - 20
    if (!wasShown || !isInSight) now.centre(at, closeZoom)
    latest.current.wasShown = true
  }, [isMeasured, point?.x, point?.y])
}
