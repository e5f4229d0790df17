import { lazy, Suspense, useMemo, useState } from 'react'
import { placeInDrawing, type Schematic } from '#kernel/city/client.ts'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import type { MapFocus, MapGeometry, MapMarker, MapPosition } from '#ui/map/map-types.ts'
import { closeZoom } from '#ui/map/map-controls.tsx'
import { SchematicMap } from '#ui/map/schematic-map.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import type { KnownPosition } from './device/position.ts'
import { useOnline } from './device/use-online.ts'
import { messages } from './messages.ts'
import type { Finder } from './use-finder.ts'
import { statusOfKind } from './view/open-answer.ts'
import type { RankedStation } from './view/rank-stations.ts'
import { openWords } from './open-words.ts'

/** Late and apart: only an installation with licensed tiles ever loads it. */
const MaplibreLayer = lazy(() => import('./maplibre-layer.tsx'))

export function StationMap({ finder }: { finder: Finder }) {
  const { city } = finder
  if (city === undefined) return <Skeleton lines={6} />
  return <DrawnMap finder={finder} drawing={city.schematic} tiles={city.tiles} />
}

type City = NonNullable<Finder['city']>
type DrawnMapProps = { finder: Finder; drawing: Schematic; tiles: City['tiles'] }

function DrawnMap({ finder, drawing, tiles }: DrawnMapProps) {
  const t = useText()
  const isOnline = useOnline()
  const [areTilesBroken, setTilesBroken] = useState(false)
  const geometry = useGeometry(drawing)
  const markers = useMarkers(finder.ranked, drawing)
  const { position, chosen } = finder
  const shownTiles = tiles !== null && isOnline && !areTilesBroken ? tiles : null
  return (
    <>
      <SchematicMap
        label={t(messages.mapLabel)}
        geometry={geometry}
        markers={markers}
        onSelect={finder.choose}
        focus={useMapFocus(finder, drawing)}
        {...(chosen && { selectedId: chosen.station.code })}
        {...(position.kind === 'known' &&
          finder.origin.farMetres === null && { me: placeOf(position, drawing) })}
        {...(shownTiles && {
          tileLayer: (view, screen) => (
            <Suspense>
              <MaplibreLayer
                tiles={shownTiles}
                drawing={drawing}
                view={view}
                screen={screen}
                onBroken={() => setTilesBroken(true)}
              />
            </Suspense>
          ),
        })}
      />
      <p className="stations-map-notice">
        {shownTiles
          ? `${shownTiles.attribution} ${t(messages.approvalNumber, { number: shownTiles.approvalNumber })}`
          : t(drawing.notice)}
      </p>
    </>
  )
}

/** Where the person is once that is known; until then the built-up core, of which a phone shows the middle. */
function useMapFocus({ position, origin }: Finder, drawing: Schematic): MapFocus {
  const here = position.kind === 'known' && origin.farMetres === null ? position : undefined
  return useMemo(() => {
    if (here !== undefined) return { ...placeOf(here, drawing), zoom: closeZoom }
    const { x, y, width, height } = drawing.views[isWide() ? 'core' : 'centre']
    return { x: x + width / 2, y: y + height / 2, zoom: drawing.width / width }
  }, [here, drawing])
}

/** A phone, where no screen is known. */
const isWide = () => typeof matchMedia === 'function' && matchMedia('(min-width: 900px)').matches

/** The drawing with its names in the language of the page; stable, so that the land is drawn once. */
function useGeometry(drawing: Schematic): MapGeometry {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      width: drawing.width,
      height: drawing.height,
      areas: drawing.areas.map(({ id, label, path }) => ({ id, label: label[language], path })),
      waters: drawing.waters.map(({ id, label, path, kind }) => ({ id, label: label[language], path, kind })),
      roads: drawing.roads.map(({ id, label, path }) => ({ id, label: label[language], path })),
      labels: onceEach(drawing.labels).map(({ text, x, y, rank }) => ({ text: text[language], x, y, rank })),
    }),
    [drawing, language],
  )
}

/** A long road carries its name at several places; at the size of a phone one is enough. */
const onceEach = (labels: Schematic['labels']) => [
  ...new Map(labels.map((label) => [label.text.zh, label])).values(),
]

function useMarkers(ranked: readonly RankedStation[], drawing: Schematic): MapMarker[] {
  const { language } = useLanguage()
  return useMemo(
    () =>
      ranked.map(({ station, kind }) => ({
        id: station.code,
        ...placeInDrawing(drawing, station.longitude, station.latitude),
        status: statusOfKind[kind],
        label: `${station.name} · ${openWords[kind][language]}`,
      })),
    [ranked, drawing, language],
  )
}

const METRES_A_DEGREE = 111_320

function placeOf({ point, received }: KnownPosition, drawing: Schematic): MapPosition {
  const { north, south } = drawing.frame
  const metresHigh = (north - south) * METRES_A_DEGREE
  return {
    ...placeInDrawing(drawing, point.longitude, point.latitude),
    accuracy: (received.accuracyMetres / metresHigh) * drawing.height,
  }
}
