import { memo } from 'react'
import type { MapGeometry } from './map-types.ts'

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

type MapLabelsProps = { labels: MapGeometry['labels']; scale: number; zoom: number }

/** Names keep their size while the land grows, and more of them appear. */
export const MapLabels = memo(function MapLabels({ labels, scale, zoom }: MapLabelsProps) {
  return labels
    .filter(({ rank }) => rank <= 1 || zoom >= 2 ** (rank - 1))
    .map(({ text, x, y, rank }) => (
      <text key={`${text}${x}`} className="ui-map-label" data-rank={rank} x={x * scale} y={y * scale}>
        {text}
      </text>
    ))
})
