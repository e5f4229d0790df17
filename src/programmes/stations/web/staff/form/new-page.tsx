import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe, Permitted } from '#kernel/access/client.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import { DoubtsDialog } from './doubts-dialog.tsx'
import { formMessages } from './messages.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { StationForm } from './station-form.tsx'
import { emptyValues, readValues } from './station-values.ts'
import { useLeaveGuard } from './use-leave-guard.tsx'
import { useRefusals } from './use-refusals.ts'

export default function NewPage() {
  return (
    <Permitted permission="stations.edit">
      <NewForm />
    </Permitted>
  )
}

/** A station that was not there before. It counts to its district's federation unless another is chosen. */
function NewForm() {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const [values, setValues] = useState(emptyValues)
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null)
  const usual = useUsualOrganisation(values.adcode)
  const organisation = chosen ?? usual
  const refusals = useRefusals()
  const create = useCommand(stations.createStation)
  const guard = useLeaveGuard(values !== emptyValues)
  const save = (confirmed: readonly string[]) => {
    const read = readValues(values)
    const missing = organisation === null ? { organisationId: formMessages.organisationMissing } : {}
    if (!read.ok || organisation === null)
      return refusals.say({ ...missing, ...(read.ok ? {} : read.errors) })
    refusals.clear()
    create.mutate(
      { organisationId: organisation.id, draft: read.draft, confirmed: [...confirmed] },
      {
        onError: refusals.take,
        onSuccess: ({ code }) => {
          guard.release()
          toast({ text: t(formMessages.created, { code }) })
          void navigate({ href: `/staff/stations/${code}` })
        },
      },
    )
  }
  return (
    <>
      <PageHeader
        title={t(formMessages.newTitle)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
      />
      <StationForm
        values={values}
        onChange={(changed) => setValues({ ...values, ...changed })}
        onSubmit={() => save(refusals.confirmed)}
        isPending={create.isPending}
        errors={refusals.errors}
        formError={refusals.formError}
        backHref="/staff/stations"
        before={<OrganisationField value={organisation} onChange={setChosen} />}
      />
      <DoubtsDialog
        doubts={refusals.doubts}
        isPending={create.isPending}
        onConfirm={() => save(refusals.confirm())}
        onClose={refusals.clear}
      />
      {guard.dialog}
    </>
  )
}

/** The federation of the chosen district; before one is chosen, the unit at which the person serves. */
function useUsualOrganisation(adcode: string): ChosenOrganisation | null {
  const districts = useAnswer(organisations.listDistricts, {}).data?.rows
  const role = useMe().data?.roles[0]
  const ofDistrict = districts?.find((district) => district.adcode === adcode)
  if (ofDistrict !== undefined) return { id: ofDistrict.id, name: ofDistrict.name }
  return role === undefined ? null : { id: role.organisationId, name: role.organisationName }
}
