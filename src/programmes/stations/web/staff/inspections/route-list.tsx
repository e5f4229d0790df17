import { useState } from 'react'
import { moved } from '#programmes/stations/rules/inspection/moved.ts'
import { IconButton } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { Candidate } from '../types.ts'
import { inspectionMessages } from './messages.ts'

type RouteListProps = {
  readonly stops: readonly Candidate[]
  readonly onChange: (stops: readonly Candidate[]) => void
}

/** The order of the way, changed by dragging a line or by its arrows. */
export function RouteList({ stops, onChange }: RouteListProps) {
  const t = useText()
  const [dragged, setDragged] = useState<number | null>(null)
  const move = (from: number, to: number) => onChange(moved(stops, from, to))
  return (
    <>
      <p className="ui-hint">{t(inspectionMessages.dragHint)}</p>
      <ol className="stations-route" aria-label={t(inspectionMessages.route)}>
        {stops.map((stop, index) => (
          <li
            key={stop.code}
            draggable
            data-dragged={dragged === index || undefined}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => dragged !== null && move(dragged, index)}
          >
            <Stop stop={stop} />
            <span className="visit-order">
              <IconButton
                icon="arrow-up"
                label={t(inspectionMessages.moveUp, { name: stop.name })}
                isDisabled={index === 0}
                onPress={() => move(index, index - 1)}
              />
              <IconButton
                icon="arrow-down"
                label={t(inspectionMessages.moveDown, { name: stop.name })}
                isDisabled={index === stops.length - 1}
                onPress={() => move(index, index + 1)}
              />
              <IconButton
                icon="cross"
                label={t(inspectionMessages.takeOff, { name: stop.name })}
                onPress={() => onChange(stops.toSpliced(index, 1))}
              />
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Stop({ stop }: { stop: Candidate }) {
  const t = useText()
  const format = useFormat()
  return (
    <span>
      <Link href={`/staff/stations/${stop.code}`}>{stop.name}</Link> <span>{t(stop.why)}</span>
      <span className="ui-hint">
        {stop.address}
        {stop.lastInspectedOn !== null &&
          ` · ${t(inspectionMessages.lastOn, { day: format.date(stop.lastInspectedOn) })}`}
      </span>
    </span>
  )
}
