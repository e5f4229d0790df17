import { OfflineBanner } from '#ui/frames/offline-banner.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { undoMessages as messages } from './undo-messages.ts'

/** What stands below is the last that was heard; it is asked again each second until the server answers. */
export function LostServer({ isLost, isMoving }: { readonly isLost: boolean; readonly isMoving: boolean }) {
  const t = useText()
  if (!isLost) return null
  return <OfflineBanner>{t(isMoving ? messages.lost : messages.lostStill)}</OfflineBanner>
}
