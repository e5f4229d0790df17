import { useMemo, useState } from 'react'
import { placeInDrawing, useCity, type Schematic } from '#kernel/city/client.ts'
import type { Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { SchematicMap } from '#ui/map/schematic-map.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { useGeometry } from '../map/use-geometry.ts'
import { sitingMessages as messages } from './messages.ts'
import type { Planned } from './siting.ts'

const FOCUS_ZOOM = 2.2

/** The plan on the city's drawing; the table beside it holds the same places by the same numbers. */
export function PlanMap({ run }: { readonly run: Planned }) {
  return <Answered to={useCity()}>{({ schematic }) => <Drawn run={run} drawing={schematic} />}</Answered>
}

function Drawn({ run, drawing }: { readonly run: Planned; readonly drawing: Schematic }) {
  const t = useText()
  const [selected, setSelected] = useState<string>()
  const { chosen } = run.plan
  const status: Status = run.question === 'build' ? 'good' : 'bad'
  const markers = useMemo(
    () =>
      chosen.map(({ id, name, longitude, latitude }, index) => ({
        id,
        ...placeInDrawing(drawing, longitude, latitude),
        status,
        label: t(messages.inPlan, { no: index + 1, name }),
      })),
    [chosen, drawing, status, t],
  )
  // The middle of what was chosen, from near enough to tell neighbours apart.
  const focus = useMemo(() => {
    const count = markers.length
    if (count === 0) return undefined
    const sum = markers.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
    return { x: sum.x / count, y: sum.y / count, zoom: FOCUS_ZOOM }
  }, [markers])
  return (
    <div className="stations-desk-map">
      <SchematicMap
        label={t(messages.mapLabel, { title: run.title })}
        geometry={useGeometry(drawing)}
        markers={markers}
        {...(focus && { focus })}
        {...(selected !== undefined && { selectedId: selected })}
        onSelect={setSelected}
      />
      <p className="ui-hint">{t(drawing.notice)}</p>
    </div>
  )
}
