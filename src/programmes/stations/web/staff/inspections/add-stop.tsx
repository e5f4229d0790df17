import { useState } from 'react'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Candidate } from '../types.ts'
import { inspectionMessages } from './messages.ts'

type AddStopProps = { readonly stops: readonly Candidate[]; readonly onAdd: (stop: Candidate) => void }

/** A station that nobody suggested, by the code on its door. */
export function AddStop({ stops, onAdd }: AddStopProps) {
  const t = useText()
  const [code, setCode] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const add = async () => {
    const wanted = code.trim().toUpperCase()
    if (wanted === '' || stops.some((stop) => stop.code === wanted)) return setCode('')
    try {
      const { name, adcode, address, longitude, latitude } = await call(stations.getStation, { code: wanted })
      const why = inspectionMessages.addedByHand
      onAdd({
        code: wanted,
        name,
        adcode,
        address,
        longitude,
        latitude,
        why,
        repeats: null,
        lastInspectedOn: null,
      })
      setCode('')
      setUnknown(false)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      setUnknown(true)
    }
  }
  return (
    <form
      className="standard-take"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        label={t(inspectionMessages.add)}
        description={t(inspectionMessages.addHint)}
        value={code}
        onChange={setCode}
        isInvalid={isUnknown}
        {...(isUnknown && { error: t(inspectionMessages.addUnknown) })}
      />
      <Button type="submit" icon="plus">
        {t(inspectionMessages.doAdd)}
      </Button>
    </form>
  )
}
