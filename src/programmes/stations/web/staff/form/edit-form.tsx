import { TextField } from '#ui/controls/text-field.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import type { StationRecord } from '../types.ts'
import { ConflictView } from './conflict-view.tsx'
import { DoubtsDialog } from './doubts-dialog.tsx'
import { formMessages } from './messages.ts'
import { StationForm } from './station-form.tsx'
import { useEditing } from './use-editing.ts'

/** A station being changed: the form, and in its place the two versions where somebody was faster. */
export function EditForm({ station }: { station: StationRecord }) {
  const t = useText()
  const editing = useEditing(station)
  const { refusals, conflict } = editing
  return (
    <>
      <PageHeader
        title={t(formMessages.editTitle, { name: station.name })}
        breadcrumbs={[
          { label: t(messages.stations), href: '/staff/stations' },
          { label: station.name, href: `/staff/stations/${station.code}` },
        ]}
      />
      {conflict ? (
        <ConflictView
          key={conflict.version}
          {...conflict}
          isPending={editing.isPending}
          onSave={editing.resolve}
          onBack={editing.leaveConflict}
        />
      ) : (
        <StationForm
          values={editing.values}
          onChange={editing.change}
          onSubmit={() => editing.save(refusals.confirmed)}
          isPending={editing.isPending}
          errors={refusals.errors}
          formError={refusals.formError}
          backHref={`/staff/stations/${station.code}`}
          after={
            <TextField
              name="reason"
              label={t(formMessages.changeReason)}
              description={t(formMessages.changeReasonHint)}
              isOptional
              maxLength={400}
              value={editing.reason}
              onChange={editing.setReason}
            />
          }
        />
      )}
      <DoubtsDialog
        doubts={refusals.doubts}
        isPending={editing.isPending}
        onConfirm={() => editing.save(refusals.confirm())}
        onClose={refusals.clear}
      />
      {editing.leaveDialog}
    </>
  )
}
