import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { access } from '../contract.ts'
import { ChooseStep } from './choose-step.tsx'
import { CodeStep } from './code-step.tsx'
import { messages } from './messages.ts'
import { PhoneStep } from './phone-step.tsx'
import { returnToOf } from './return-to.ts'
import { useEntering } from './use-entering.ts'
import { useMe, type Me } from './use-me.ts'

type Asked = { readonly phone: string; readonly waitSeconds: number; readonly validMinutes: number }
type Answer = OutputOf<typeof access.verifyCode>

/** One question a screen: the phone, the code, and where a phone leads to several persons, which one. */
export default function SignInPage() {
  const t = useText()
  const me = useMe().data
  const [asked, setAsked] = useState<Asked>()
  const [persons, setPersons] = useState<Me['personsToChoose']>()
  const enter = useEntering()
  const onAnswer = (answer: Answer) => {
    if (answer.step === 'choose') setPersons(answer.persons)
    if (answer.step === 'done') void enter()
  }
  const toChoose = persons ?? me?.personsToChoose ?? []
  return (
    <MemberPage title={t(messages.signIn)} backHref="/">
      <div className="ui-stack">
        {toChoose.length > 0 ? (
          <ChooseStep persons={toChoose} onAnswer={onAnswer} />
        ) : me?.signedIn === true ? (
          <AlreadyIn me={me} />
        ) : asked === undefined ? (
          <>
            <PhoneStep onAsked={setAsked} />
            {me !== undefined && <OtherWays me={me} />}
          </>
        ) : (
          <CodeStep
            {...asked}
            isLoggedOnly={me?.smsIsLoggedOnly ?? false}
            onAskAgain={setAsked}
            onOtherPhone={() => setAsked(undefined)}
            onAnswer={onAnswer}
          />
        )}
      </div>
    </MemberPage>
  )
}

function AlreadyIn({ me }: { me: Me }) {
  const t = useText()
  return (
    <>
      <p>{t(messages.signedInAs, { name: me.name ?? t(messages.someone) })}</p>
      <LinkButton variant="primary" wide href={me.roles.length > 0 ? '/staff' : '/'}>
        {t(messages.goOn)}
      </LinkButton>
      <LinkButton wide href="/me/sessions">
        {t(messages.signOut)}
      </LinkButton>
    </>
  )
}

/** The provider's page is another site's: a plain link that leaves ours. */
function OtherWays({ me }: { me: Me }) {
  const t = useText()
  const start = `/api/access/oidc/start?returnTo=${encodeURIComponent(returnToOf(location.search) ?? '/staff')}`
  return (
    <>
      {me.oidcIsConfigured && (
        <a className="ui-button" data-wide href={start}>
          {t(messages.viaOidc)}
        </a>
      )}
      {me.personasOpen && (
        <LinkButton wide icon="users" href="/demo">
          {t(messages.viaDemo)}
        </LinkButton>
      )}
    </>
  )
}
