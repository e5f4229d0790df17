import { Permitted } from '#kernel/access/client.ts'
import { useState } from 'react'
import { useCity } from '#kernel/city/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import '../../member/certificate/certificate.css'
import { messages } from '../messages.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import '../staff.css'
import type { Candidate } from '../types.ts'
import { AddStop } from './add-stop.tsx'
import { inspectionMessages } from './messages.ts'
import { RouteList } from './route-list.tsx'
import { useRoute, type RouteProps } from './use-route.ts'

const COUNT_AT_FIRST = 8
const STOPS_MAX = 40
const ALL = 'all'

/** A route for a day: suggested, changed by hand, given to an inspector. */
export default function PlanPage() {
  const t = useText()
  return (
    <>
      <PageHeader
        title={t(inspectionMessages.planTitle)}
        breadcrumbs={[{ label: t(inspectionMessages.title), href: '/staff/stations/inspections' }]}
        summary={t(inspectionMessages.planSummary)}
      />
      <Permitted permission="stations.inspect">
        <Plan />
      </Permitted>
    </>
  )
}

type Asked = { readonly day: string; readonly count: number; readonly adcode: string }

function Plan() {
  const t = useText()
  const [asked, setAsked] = useState<Asked>({
    day: cityDay(Date.now()),
    count: COUNT_AT_FIRST,
    adcode: ALL,
  })
  const districts = useCity().data?.districts ?? []
  const change = (part: Partial<Asked>) => setAsked({ ...asked, ...part })
  return (
    <div className="ui-stack">
      <Card>
        <div className="standard-take">
          <DatePicker
            label={t(inspectionMessages.day)}
            value={asked.day}
            min={cityDay(Date.now())}
            onChange={(day) => day && change({ day })}
          />
          <NumberField
            label={t(inspectionMessages.howMany)}
            value={asked.count}
            minValue={1}
            maxValue={STOPS_MAX}
            hasSteps
            onChange={(count) => Number.isInteger(count) && change({ count })}
          />
          <Select
            label={t(messages.district)}
            options={[
              { id: ALL, label: t(inspectionMessages.all) },
              ...districts.map(({ adcode, name }) => ({ id: adcode, label: t(name) })),
            ]}
            value={asked.adcode}
            onChange={(adcode) => change({ adcode })}
          />
        </div>
      </Card>
      <Suggested key={JSON.stringify(asked)} asked={asked} />
    </div>
  )
}

/** What was suggested once is the person's to change: what the server would say a minute later changes nothing under their hands. */
function Suggested({ asked }: { asked: Asked }) {
  const answer = useAnswer(stations.suggestRound, {
    day: asked.day,
    count: asked.count,
    ...(asked.adcode !== ALL && { adcode: asked.adcode }),
  })
  const [suggested, setSuggested] = useState<readonly Candidate[]>()
  if (suggested === undefined && answer.data !== undefined && !answer.isFetching)
    setSuggested(answer.data.rows)
  if (suggested !== undefined) return <Route day={asked.day} suggested={suggested} />
  if (answer.error) return <Refused error={answer.error} onRetry={() => void answer.refetch()} />
  return <LoadingState />
}

function Route(props: RouteProps) {
  const t = useText()
  const format = useFormat()
  const { stops, who, setWho, metres, inspectors, plan, change, shorten, save } = useRoute(props)
  return (
    <Card
      title={t(inspectionMessages.route)}
      actions={
        <Button icon="refresh" isDisabled={stops.length < 3} onPress={() => void shorten()}>
          {t(inspectionMessages.shorter)}
        </Button>
      }
    >
      <div className="ui-stack">
        {metres !== undefined && (
          <p role="status">
            {t(inspectionMessages.metres, { count: stops.length, distance: format.distance(metres) })}
          </p>
        )}
        {stops.length === 0 ? (
          <EmptyState title={t(inspectionMessages.noSuggestion)}>
            {t(inspectionMessages.noSuggestionHint)}
          </EmptyState>
        ) : (
          <RouteList stops={stops} onChange={change} />
        )}
        <AddStop stops={stops} onAdd={(stop) => change([...stops, stop])} />
        <Select
          label={t(inspectionMessages.who)}
          options={inspectors.map(({ id, name, organisationName }) => ({
            id,
            label: name,
            description: organisationName,
          }))}
          {...(who !== undefined && { value: who })}
          onChange={setWho}
        />
        <RefusalNote failure={plan.error} />
        <div className="ui-dialog-actions">
          <Button
            variant="primary"
            isDisabled={stops.length === 0 || who === undefined}
            isPending={plan.isPending}
            onPress={save}
          >
            {t(inspectionMessages.save)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
