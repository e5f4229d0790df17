import { memo } from 'react'
import type { MapGeometry } from './map-types.ts'
import type { PlacedLabel } from './place-labels.ts'

/** Land, water and roads; drawn once and moved by its transform alone. */
export const MapBase = memo(function MapBase({ geometry }: { geometry: MapGeometry }) {
  return (
    <>
      {geometry.areas.map(({ id, path }, index) => (
        <path key={id} d={path} className="ui-map-area" data-odd={index % 2 === 1 || undefined} />
      ))}
      {geometry.waters.map(({ id, path, kind }) => (
        <path key={id} d={path} className="ui-map-water" data-kind={kind} />
      ))}
      {geometry.roads.map(({ id, path }) => (
        <path key={id} d={path} className="ui-map-road" />
      ))}
    </>
  )
})

/** Names keep their size while the land grows. */
export const MapLabels = memo(function MapLabels({ labels }: { labels: readonly PlacedLabel[] }) {
  return labels.map(({ text, x, y, rank }) => (
    <text key={`${text} ${rank}`} className="ui-map-label" data-rank={rank} x={x} y={y}>
      {text}
    </text>
  ))
})
