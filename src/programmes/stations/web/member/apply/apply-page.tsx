import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { stations } from '../../../contract.ts'
import { DoubtsDialog } from '../../staff/form/doubts-dialog.tsx'
import { useLeaveGuard } from '../../staff/form/use-leave-guard.tsx'
import { useRefusals } from '../../staff/form/use-refusals.ts'
import '../../staff/staff.css'
import '../stations.css'
import { ApplyForm } from './apply-form.tsx'
import { emptyApplication, readApplication, useApplyValues } from './apply-values.ts'
import { forgetApplication, keepApplication, keptApplication } from './kept-application.ts'
import { applyMessages as messages } from './messages.ts'

/** A host unit applies for a station, on a phone. */
export default function ApplyPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(messages.title)} backHref="/stations/applications">
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
  const [values, change] = useApplyValues(keptApplication)
  const refusals = useRefusals()
  const apply = useCommand(stations.applyStation)
  const guard = useLeaveGuard(values !== emptyApplication)
  useEffect(() => {
    if (values !== emptyApplication) keepApplication(values)
  }, [values])
  const send = (confirmed: readonly string[]) => {
    const read = readApplication(values)
    if (!read.ok) return refusals.say(read.errors)
    refusals.clear()
    const onSuccess = ({ id }: { id: string }) => {
      guard.release()
      forgetApplication()
      toast({ text: t(messages.sent) })
      void navigate({ href: `/stations/applications/${id}` })
    }
    apply.mutate({ ...read.wish, confirmed: [...confirmed] }, { onError: refusals.take, onSuccess })
  }
  return (
    <>
      <p>{t(messages.lead)}</p>
      <ApplyForm
        values={values}
        onChange={change}
        onSubmit={() => send(refusals.confirmed)}
        isPending={apply.isPending}
        refusals={refusals}
        sendLabel={t(messages.send)}
      />
      <DoubtsDialog
        doubts={refusals.doubts}
        isPending={apply.isPending}
        onConfirm={() => send(refusals.confirm())}
        onClose={refusals.clear}
      />
      {guard.dialog}
    </>
  )
}
