import { cityDay } from '#platform/city-time.ts'
import { NumberField } from '#ui/controls/number-field.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ElectionReport } from '../shapes-unions.ts'
import { messages } from './member-unions/messages.ts'
import { emptyOfficer, OfficersField } from './officers-field.tsx'

export const emptyReport = (entitled: number, isOrganiser: boolean): ElectionReport => ({
  heldOn: cityDay(Date.now()),
  meeting: 'members',
  entitled,
  present: entitled,
  termYears: 3,
  officers: isOrganiser ? [emptyOfficer('organiser')] : [emptyOfficer('chair'), emptyOfficer('audit')],
})

type ElectionFieldsProps = {
  readonly path: string
  readonly report: ElectionReport
  readonly onChange: (report: ElectionReport) => void
}

/** An election as it is reported: the meeting, who was there, who was elected. */
export function ElectionFields({ path, report, onChange }: ElectionFieldsProps) {
  const t = useText()
  const change = (part: Partial<ElectionReport>) => onChange({ ...report, ...part })
  const number = (value: number) => (Number.isNaN(value) ? 0 : value)
  return (
    <>
      <TextField
        name={`${path}.heldOn`}
        type="date"
        label={t(messages.heldOn)}
        value={report.heldOn}
        onChange={(heldOn) => change({ heldOn })}
      />
      <SegmentedControl
        label={t(messages.meeting)}
        segments={[
          { id: 'members', label: t(messages.membersMeeting) },
          { id: 'delegates', label: t(messages.delegatesMeeting) },
        ]}
        value={report.meeting}
        onChange={(meeting) => change({ meeting })}
      />
      <NumberField
        name={`${path}.entitled`}
        label={t(messages.entitled)}
        unit={t(messages.people)}
        minValue={1}
        value={report.entitled}
        onChange={(entitled) => change({ entitled: number(entitled) })}
      />
      <NumberField
        name={`${path}.present`}
        label={t(messages.present)}
        unit={t(messages.people)}
        minValue={0}
        value={report.present}
        onChange={(present) => change({ present: number(present) })}
      />
      <SegmentedControl
        label={t(messages.termYears)}
        segments={([3, 5] as const).map((years) => ({
          id: String(years) as '3' | '5',
          label: t(messages.years, { n: years }),
        }))}
        value={String(report.termYears) as '3' | '5'}
        onChange={(years) => change({ termYears: years === '3' ? 3 : 5 })}
      />
      <OfficersField
        path={`${path}.officers`}
        officers={report.officers}
        onChange={(officers) => change({ officers })}
      />
    </>
  )
}
