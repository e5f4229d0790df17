import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { countUnsent, signOutEverywhere, useMe } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { messages } from './messages.ts'
import { mePlaces } from '../pages.ts'
import './places.css'

/** Who I am here, my own places, how the pages look, and the way out. */
export default function MePage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(messages.me)}>
      <Answered to={me}>
        {(known) => (
          <>
            <Card title={known.signedIn ? (known.name ?? t(messages.nameless)) : t(messages.visitor)}>
              {known.roles.map((role) => (
                <p key={`${role.role} ${role.organisationId}`}>
                  {t(role)} · {role.organisationName}
                </p>
              ))}
              {known.signedIn || <SignIn />}
            </Card>
            <MyPlaces signedIn={known.signedIn} isStaff={known.roles.length > 0} />
          </>
        )}
      </Answered>
      <AppearanceSettings />
      {me.data?.signedIn === true && <SignOut />}
    </MemberPage>
  )
}

function SignIn() {
  const t = useText()
  return (
    <LinkButton href="/sign-in" variant="primary" icon="user" wide>
      {t(messages.signIn)}
    </LinkButton>
  )
}

function MyPlaces({ signedIn, isStaff }: { signedIn: boolean; isStaff: boolean }) {
  const t = useText()
  const isShown = (place: { needsSignIn?: boolean; forStaff?: boolean }) =>
    (signedIn || !place.needsSignIn) && (isStaff || !place.forStaff)
  return mePlaces
    .map(({ title, places }) => ({ title: t(title), places: places.filter(isShown) }))
    .filter(({ places }) => places.length > 0)
    .map(({ title, places }) => (
      <section key={title} className="app-my-places">
        <h2>{title}</h2>
        <List label={title}>
          {places.map((place) => (
            <ListItem
              key={place.href}
              href={place.href}
              answer=""
              title={t(place.title)}
              {...(place.note && { note: t(place.note) })}
            />
          ))}
        </List>
      </section>
    ))
}

/** Shows what is unsent first; then ends the session and empties what this phone keeps. */
function SignOut() {
  const t = useText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [unsent, setUnsent] = useState<string>()
  const leave = async () => {
    await signOutEverywhere()
    client.clear()
    await navigate({ to: '/' })
  }
  const ask = async () => {
    const waiting = await countUnsent()
    setUnsent(waiting.map(({ title, count }) => `${t(title)} ${count}`).join('、'))
  }
  return (
    <>
      <Button wide onPress={() => void ask()}>
        {t(messages.signOut)}
      </Button>
      <ConfirmDialog
        title={t(messages.signOutTitle)}
        confirmLabel={t(messages.signOut)}
        isOpen={unsent !== undefined}
        onOpenChange={(open) => !open && setUnsent(undefined)}
        onConfirm={() => void leave()}
        isDanger={unsent !== ''}
      >
        {unsent ? t(messages.signOutUnsent, { unsent }) : t(messages.signOutClean)}
      </ConfirmDialog>
    </>
  )
}
