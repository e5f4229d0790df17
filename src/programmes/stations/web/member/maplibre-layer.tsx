import { Map as TileMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useRef } from 'react'
import type { Schematic } from '#kernel/city/client.ts'
import type { MapView, Size } from '#ui/map/map-types.ts'
import { cameraOf } from './view/camera.ts'

// The bundler cannot find the worker by itself.
setWorkerUrl(workerUrl)

type MaplibreLayerProps = {
  tiles: { url: string; attribution: string; approvalNumber: string }
  drawing: Schematic
  view: MapView
  screen: Size
  onBroken: () => void
}

/** A licensed provider's tiles under the markers. It follows the drawing's view and takes no gestures of its own. */
export default function MaplibreLayer({ tiles, drawing, view, screen, onBroken }: MaplibreLayerProps) {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<TileMap>(null)
  const broken = useRef(onBroken)
  const camera = cameraOf(drawing, view, screen)
  const first = useRef(camera)
  useEffect(() => {
    const made = new TileMap({
      container: box.current!,
      style: {
        version: 8,
        sources: { base: { type: 'raster', tiles: [tiles.url], tileSize: 256 } },
        layers: [{ id: 'base', type: 'raster', source: 'base' }],
      },
      ...first.current,
      interactive: false,
      attributionControl: false,
    })
    let hasTiles = false
    made.on('data', (event) => {
      hasTiles ||= event.dataType === 'source' && 'tile' in event
    })
    // One missing tile leaves a gap; a provider that gives none at all leaves the drawing.
    made.on('error', () => {
      if (!hasTiles) broken.current()
    })
    map.current = made
    return () => made.remove()
  }, [tiles.url])
  useEffect(() => {
    map.current?.jumpTo(camera)
  })
  return <div ref={box} className="stations-tiles" aria-hidden />
}
