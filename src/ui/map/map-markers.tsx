import { memo, type KeyboardEvent } from 'react'
import { StatusGlyph } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Cluster } from './cluster.ts'
import type { MapMarker } from './map-types.ts'
import { messages } from './messages.ts'

type MapMarkersProps = {
  clusters: Cluster[]
  scale: number
  selectedId: string | undefined
  onSelect: (id: string) => void
  onOpenCluster: (cluster: Cluster) => void
}

/** Markers and groups at their places; moved together, drawn anew only when zoom or window change. */
export const MapMarkers = memo(function MapMarkers(props: MapMarkersProps) {
  const { clusters, scale, selectedId, onSelect, onOpenCluster } = props
  return clusters.map((cluster) => (
    <g key={cluster.id} transform={`translate(${cluster.x * scale} ${cluster.y * scale})`}>
      {cluster.marker ? (
        <Single marker={cluster.marker} isSelected={cluster.id === selectedId} onSelect={onSelect} />
      ) : (
        <Group cluster={cluster} onOpen={onOpenCluster} />
      )}
    </g>
  ))
})

type SingleProps = { marker: MapMarker; isSelected: boolean; onSelect: (id: string) => void }

function Single({ marker, isSelected, onSelect }: SingleProps) {
  return (
    <g
      className="ui-marker"
      data-status={marker.status}
      data-rank={marker.rank}
      data-selected={isSelected || undefined}
      {...asButton(marker.label, () => onSelect(marker.id))}
      aria-pressed={isSelected}
    >
      <circle className="ui-marker-target" r="22" />
      <path className="ui-marker-pin" d="M0 0C-3-6-12-10-12-19a12 12 0 0 1 24 0C12-10 3-6 0 0Z" />
      <g transform="translate(-7 -26) scale(.875)">
        <StatusGlyph status={marker.status} />
      </g>
      {isSelected && (
        <text className="ui-marker-label" y="18">
          {marker.label}
        </text>
      )}
    </g>
  )
}

function Group({ cluster, onOpen }: { cluster: Cluster; onOpen: (cluster: Cluster) => void }) {
  const t = useText()
  const radius = cluster.count < 10 ? 15 : cluster.count < 100 ? 18 : 22
  return (
    <g
      className="ui-cluster"
      {...asButton(t(messages.cluster, { count: cluster.count }), () => onOpen(cluster))}
    >
      <circle className="ui-marker-target" r="24" />
      <circle r={radius} />
      <text y="5">{cluster.count}</text>
    </g>
  )
}

/** Hundreds of stops would bury the page, so they are entered from the map by Enter and left by Escape. */
function asButton(label: string, act: () => void) {
  return {
    role: 'button',
    'aria-label': label,
    tabIndex: -1,
    onClick: act,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
  }
}
