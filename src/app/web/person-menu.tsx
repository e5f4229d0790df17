import { useMe } from '#kernel/access/client.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { LanguageButton } from './surroundings.tsx'

/** At the far end of the desk: language, and who is signed in. */
export function PersonMenu() {
  const t = useText()
  const me = useMe().data
  return (
    <div className="ui-row">
      <LanguageButton />
      {me?.signedIn === true ? (
        <LinkButton variant="quiet" icon="user" href="/me">
          {me.name}
        </LinkButton>
      ) : (
        <LinkButton variant="primary" href="/sign-in">
          {t(messages.signIn)}
        </LinkButton>
      )}
    </div>
  )
}
