import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import { EditForm } from './edit-form.tsx'
import { formMessages } from './messages.ts'

export default function EditPage() {
  const t = useText()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const answer = useAnswer(stations.getStaffStation, { code })
  return (
    <Answered to={answer} skeleton={<Skeleton lines={12} />}>
      {(station) =>
        station.mayEdit ? (
          <EditForm key={code} station={station} />
        ) : (
          <EmptyState
            title={t(formMessages.mayNotEdit)}
            actions={<LinkButton href={`/staff/stations/${code}`}>{t(messages.close)}</LinkButton>}
          >
            {t(formMessages.mayNotEditWhy)}
          </EmptyState>
        )
      }
    </Answered>
  )
}
