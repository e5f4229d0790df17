import { lazy, Suspense } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { homeCards } from '../pages.ts'
import { messages } from './messages.ts'
import { Places } from './places.tsx'

const cards = homeCards.map((load) => lazy(load))

/** Home: the nearest answer first, then the places one can go. */
export default function HomePage() {
  const t = useText()
  return (
    <MemberPage title={t(messages.product)}>
      {cards.map((Card, index) => (
        <Suspense key={index} fallback={<Skeleton lines={3} />}>
          <Card />
        </Suspense>
      ))}
      <SignInHint />
      <Places />
    </MemberPage>
  )
}

function SignInHint() {
  const t = useText()
  const me = useMe().data
  if (me === undefined || me.signedIn) return null
  return (
    <LinkButton href="/sign-in" icon="user" wide>
      {t(messages.signIn)}
    </LinkButton>
  )
}
