import { useMe } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import { OfflineState } from '#ui/states/offline-state.tsx'
import { StateFrame } from '#ui/states/state-frame.tsx'
import { ConsentsCard } from './consents-card.tsx'
import { messages } from './messages.ts'

export type WhyNot =
  | { readonly kind: 'loading' | 'offline' | 'insecure' | 'used-up' }
  | { readonly kind: 'refused'; readonly code: string; readonly text: Text; readonly next?: Text }

/** Why no code is shown, in one sentence, and what to do about it. */
export function WhyNoCode({ why, onRetry }: { why: WhyNot; onRetry: () => void }) {
  const t = useText()
  const me = useMe().data
  if (me?.signedIn === false)
    return (
      <EmptyState
        title={t(messages.signInTitle)}
        actions={
          <LinkButton href={signInAddress('/ride')} variant="primary">
            {t(messages.signIn)}
          </LinkButton>
        }
      />
    )
  if (why.kind === 'loading') return <LoadingState label={t(messages.loading)} />
  if (why.kind === 'offline')
    return (
      <OfflineState onRetry={onRetry}>
        {t(messages.offlineTitle)} {t(messages.offlineText)}
      </OfflineState>
    )
  if (why.kind === 'insecure') return <StateFrame role="alert" title={t(messages.insecure)} />
  if (why.kind !== 'refused')
    return <EmptyState title={t(messages.usedUp)}>{t(messages.usedUpText)}</EmptyState>
  if (why.code === 'no-consent') return <ConsentsCard />
  return (
    <StateFrame
      role="status"
      title={t(why.text)}
      actions={<Button onPress={onRetry}>{t(messages.again3)}</Button>}
    >
      {why.next && t(why.next)}
    </StateFrame>
  )
}
