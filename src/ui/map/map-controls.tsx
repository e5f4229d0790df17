import { IconButton } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { MapPosition } from './map-types.ts'
import { messages } from './messages.ts'
import type { MapControl } from './use-map-view.ts'

/** Near enough to see the streets around. */
export const closeZoom = 6

/** What fingers and wheel do, for whoever has neither. */
export function MapControls({ control, me }: { control: MapControl; me?: MapPosition }) {
  const t = useText()
  return (
    <div className="ui-map-controls">
      {me && (
        <IconButton
          icon="target"
          variant="secondary"
          label={t(messages.toMe)}
          onPress={() => control.centre(me, closeZoom)}
        />
      )}
      <IconButton
        icon="plus"
        variant="secondary"
        label={t(messages.zoomIn)}
        onPress={() => control.zoom(1.6)}
      />
      <IconButton
        icon="minus"
        variant="secondary"
        label={t(messages.zoomOut)}
        onPress={() => control.zoom(1 / 1.6)}
      />
      <IconButton icon="map" variant="secondary" label={t(messages.wholeMap)} onPress={control.showAll} />
    </div>
  )
}
