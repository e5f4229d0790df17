import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { messages } from '../messages.ts'

type WhoAreYouProps = { readonly returnTo: string; readonly isSignedIn: boolean }

/** Only somebody whose document is known takes a seat: first sign in, then join a union. */
export function WhoAreYou({ returnTo, isSignedIn }: WhoAreYouProps) {
  const t = useText()
  if (!isSignedIn)
    return (
      <LinkButton variant="primary" wide href={signInAddress(returnTo)}>
        {t(messages.signInFirst)}
      </LinkButton>
    )
  return (
    <>
      <p>{t(messages.notPerson)}</p>
      <LinkButton variant="primary" wide href="/join">
        {t(messages.join)}
      </LinkButton>
    </>
  )
}
