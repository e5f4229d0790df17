import { useNavigate } from '@tanstack/react-router'
import { useMe } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { StateFrame } from '#ui/states/state-frame.tsx'
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
        {({ signedIn }) => (signedIn ? <Apply /> : <SignInFirst next="/unions/found" />)}
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

export function SignInFirst({ next }: { next: string }) {
  const t = useText()
  return (
    <StateFrame
      picture={<StateDrawing kind="locked" />}
      title={t(messages.signInTitle)}
      actions={
        <LinkButton variant="primary" href={`/sign-in?next=${next}`}>
          {t(messages.signIn)}
        </LinkButton>
      }
    >
      {t(messages.signInWhy)}
    </StateFrame>
  )
}
