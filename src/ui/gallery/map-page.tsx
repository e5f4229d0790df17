import { useMemo, useState } from 'react'
import { OfflineBanner } from '#ui/frames/offline-banner.tsx'
import { SchematicMap } from '#ui/map/schematic-map.tsx'
import { sampleGeometry, sampleMarkers } from './sample.ts'
import { SampleMemberFrame } from './sample-frames.tsx'

export function MapPage() {
  const count = Number(new URLSearchParams(location.search).get('count') ?? 301)
  const markers = useMemo(() => sampleMarkers(count), [count])
  const [selectedId, setSelectedId] = useState<string>()
  return (
    <SampleMemberFrame title="驿站地图" backHref="/" fullBleed>
      <OfflineBanner>没有网络，显示的是今天 09:05 保存的站点</OfflineBanner>
      <SchematicMap
        label="驿站位置"
        geometry={sampleGeometry}
        markers={markers}
        onSelect={setSelectedId}
        me={{ x: 500, y: 430, accuracy: 30 }}
        {...(selectedId !== undefined && { selectedId })}
      />
    </SampleMemberFrame>
  )
}
