import { useCallback, useEffect, useId, useMemo, useRef, type ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { cellSizeFor, clustersFor, type Cluster } from './cluster.ts'
import { MapBase, MapLabels } from './map-base.tsx'
import { closeZoom, MapControls } from './map-controls.tsx'
import { MapMarkers } from './map-markers.tsx'
import type { MapFocus, MapGeometry, MapMarker, MapPosition, MapView, Size } from './map-types.ts'
import { messages } from './messages.ts'
import { placeLabels } from './place-labels.ts'
import { useMapGestures } from './use-map-gestures.ts'
import { useMapKeys } from './use-map-keys.ts'
import { useMapView, useWheelZoom, type MapControl } from './use-map-view.ts'
import { toScreen, zoomOf } from './view.ts'
import { windowOf } from './window.ts'

export type SchematicMapProps = {
  label: string
  /** Kept stable: a new object draws the land anew. */
  geometry: MapGeometry
  markers: readonly MapMarker[]
  selectedId?: string
  onSelect: (id: string) => void
  /** Where the person is; `accuracy` as a radius in drawing units. */
  me?: MapPosition
  /** What the map moves to when it changes: the person, or the part of the city that matters. Kept stable. */
  focus?: MapFocus
  /** Drawn under the markers in place of the schematic, where tiles are configured. */
  tileLayer?: (view: MapView, screen: Size) => ReactNode
}

const NOT_YET: readonly MapMarker[] = []

/**
 * A drawing of the city to move and zoom, with the places on it. The list beside it is the real content:
 * the map never holds anything that the list does not. It grows in a flex column; elsewhere give it a height.
 */
export function SchematicMap(props: SchematicMapProps) {
  const { geometry, markers, selectedId, onSelect, me, tileLayer } = props
  const t = useText()
  const helpId = useId()
  const { box, ...control } = useMapView(geometry, props.focus)
  const { view, screen } = control
  const gestures = useMapGestures(control)
  useWheelZoom(box, control)
  useFocus(control, props.focus)
  useSelectedInSight(control, markers, selectedId)
  const zoom = zoomOf(view, geometry, screen)
  const shown = useShownClusters(control.isMeasured ? markers : NOT_YET, view, screen, zoom, selectedId)
  const labels = useMemo(
    () => placeLabels(geometry.labels, shown, view.scale, zoom),
    [geometry.labels, shown, view.scale, zoom],
  )
  const latest = useRef({ control, gestures, onSelect })
  useEffect(() => {
    latest.current = { control, gestures, onSelect }
  })
  const select = useCallback((id: string) => {
    if (!latest.current.gestures.endsDrag()) latest.current.onSelect(id)
  }, [])
  const openCluster = useCallback((cluster: Cluster) => {
    const { control: now, gestures: hands } = latest.current
    if (!hands.endsDrag()) now.zoom(2.2, toScreen(now.view, cluster))
  }, [])
  const offset = `translate(${view.x} ${view.y})`
  return (
    <div className="ui-map">
      <div
        ref={box}
        className="ui-map-box"
        role="group"
        aria-label={props.label}
        aria-describedby={helpId}
        tabIndex={0}
        onKeyDown={useMapKeys(control)}
        {...gestures.handlers}
      >
        <p id={helpId} className="ui-hidden">
          {t(messages.help)}
        </p>
        {tileLayer?.(view, screen)}
        {control.isMeasured && (
          <svg width="100%" height="100%">
            {!tileLayer && (
              <g aria-hidden>
                <g transform={`${offset} scale(${view.scale})`}>
                  <MapBase geometry={geometry} />
                </g>
                <g transform={offset}>
                  <MapLabels labels={labels} />
                </g>
              </g>
            )}
            <g transform={offset}>
              <MapMarkers
                clusters={shown}
                scale={view.scale}
                selectedId={selectedId}
                onSelect={select}
                onOpenCluster={openCluster}
              />
            </g>
            {me && <Me position={me} view={view} label={t(messages.me)} />}
          </svg>
        )}
      </div>
      {!tileLayer && <p className="ui-map-corner">{t(messages.schematic)}</p>}
      <MapControls control={control} {...(me && { me })} />
    </div>
  )
}

function Me({ position, view, label }: { position: MapPosition; view: MapView; label: string }) {
  const { x, y } = toScreen(view, position)
  return (
    <g className="ui-map-me" role="img" aria-label={label} transform={`translate(${x} ${y})`}>
      <circle className="ui-map-accuracy" r={Math.max(10, position.accuracy * view.scale)} />
      <circle r="8" />
    </g>
  )
}

/** Groups for this zoom, and of them only those on or near the screen, the lowest on the map on top. */
function useShownClusters(
  markers: readonly MapMarker[],
  view: MapView,
  screen: Size,
  zoom: number,
  selectedId: string | undefined,
): Cluster[] {
  const cellSize = cellSizeFor(view.scale, zoom)
  const clusters = useMemo(() => clustersFor(markers, cellSize, selectedId), [markers, cellSize, selectedId])
  const { left, top, right, bottom } = windowOf(view, screen)
  return useMemo(() => {
    const inWindow = clusters.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
    const order = ({ id, y }: Cluster) => (id === selectedId ? Infinity : y)
    return inWindow.sort((a, b) => order(a) - order(b))
  }, [clusters, left, top, right, bottom, selectedId])
}

/** Moves to a new focus; the first is where the map begins. */
function useFocus(control: MapControl, focus: MapFocus | undefined) {
  const latest = useRef({ control, focus })
  useEffect(() => {
    const { focus: last } = latest.current
    latest.current = { control, focus }
    if (focus !== last && focus && control.isMeasured) control.centre(focus, focus.zoom)
  })
}

/** A place chosen in the list comes into sight on the map; one that is in sight already does not jump. */
function useSelectedInSight(
  control: MapControl,
  markers: readonly MapMarker[],
  selectedId: string | undefined,
) {
  const latest = useRef({ control, markers })
  useEffect(() => {
    latest.current = { control, markers }
  })
  const isMeasured = control.isMeasured
  useEffect(() => {
    const { control: now, markers: all } = latest.current
    const marker = all.find(({ id }) => id === selectedId)
    if (!marker || !isMeasured) return
    const { x, y } = toScreen(now.view, marker)
    const isInSight = x > 40 && y > 60 && x < now.screen.width - 40 && y < now.screen.height - 40
    if (!isInSight) now.centre(marker, closeZoom)
  }, [selectedId, isMeasured])
}
