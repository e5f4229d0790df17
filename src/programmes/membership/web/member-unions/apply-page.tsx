import { useNavigate } from '@tanstack/react-router'
import { useMe } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { membership } from '../../contract.ts'
import { ApplyForm } from './apply-form.tsx'
import { forgetDraft, keepDraft, keptDraft, sentOf } from './draft.ts'
import { messages } from './messages.ts'
import './member-unions.css'

/** A workplace applies: five short steps, on a phone or at a desk. */
export default function ApplyPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(messages.title)} backHref="/unions">
      <Answered to={me}>
        {({ signedIn }) => (signedIn ? <Apply /> : <SignInState>{t(messages.signInWhy)}</SignInState>)}
      </Answered>
    </MemberPage>
  )
}

function Apply() {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const apply = useCommand(membership.applyToFound, ['review'])
  return (
    <ApplyForm
      initial={keptDraft()}
      onChange={keepDraft}
      sendLabel={t(messages.send)}
      isPending={apply.isPending}
      failure={apply.error}
      onSend={(draft) =>
        apply.mutate(sentOf(draft), {
          onSuccess: ({ id }) => {
            forgetDraft()
            toast({ text: t(messages.sent) })
            void navigate({ href: `/unions/found/${id}` })
          },
        })
      }
    />
  )
}
