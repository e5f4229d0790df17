import { useState } from 'react'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Text } from '#platform/text.ts'
import type { stations } from '../../../contract.ts'
import { emptyValues, readValues, valuesOf, type StationValues } from '../../staff/form/station-values.ts'
import { applyMessages as messages } from './messages.ts'
import type { AppliedPhoto } from './photos-field.tsx'

/** The form as a person fills it. */
export type ApplyValues = StationValues & {
  readonly keeperName: string
  readonly keeperPhone: string
  readonly photos: readonly AppliedPhoto[]
  readonly consent: boolean
}

export type Application = OutputOf<typeof stations.getApplication>
type Wish = InputOf<typeof stations.applyStation>

export const emptyApplication: ApplyValues = {
  ...emptyValues,
  keeperName: '',
  keeperPhone: '',
  photos: [],
  consent: false,
}

/** An application that came back, to be corrected. */
export const valuesOfApplication = ({ draft, keeper, photos }: Application): ApplyValues => ({
  ...valuesOf({ ...draft, level: 'ordinary', openedOn: null }),
  keeperName: keeper.name,
  keeperPhone: keeper.phone,
  photos: photos.map(({ id, kind }) => ({ fileId: id, kind: kind as AppliedPhoto['kind'], name: '' })),
  consent: false,
})

/** Takes what changed, or how to change what stands by now: a photo arrives while other fields are being filled. */
export type ChangeApplication = (
  changed: Partial<ApplyValues> | ((known: ApplyValues) => Partial<ApplyValues>),
) => void

export function useApplyValues(initial: () => ApplyValues): [ApplyValues, ChangeApplication] {
  const [values, setValues] = useState(initial)
  const change: ChangeApplication = (changed) =>
    setValues((known) => ({ ...known, ...(typeof changed === 'function' ? changed(known) : changed) }))
  return [values, change]
}

type Read =
  | { readonly ok: true; readonly wish: Omit<Wish, 'confirmed'> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, Text>> }

export function readApplication(values: ApplyValues): Read {
  const read = readValues(values)
  const errors: Record<string, Text> = {
    ...(read.ok ? {} : read.errors),
    ...(values.hostUnit.trim().length < 2 && { hostUnit: messages.hostUnitShort }),
    ...(values.photos.length === 0 && { photos: messages.photosMissing }),
    ...(values.keeperName.trim().length < 2 && { keeperName: messages.keeperNameShort }),
    ...(!/^1\d{10}$/.test(values.keeperPhone.trim()) && { keeperPhone: messages.keeperPhoneWrong }),
    ...(!values.consent && { consent: messages.consentMissing }),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { level: _level, openedOn: _openedOn, ...draft } = read.draft
  return {
    ok: true,
    wish: {
      draft: { ...draft, hostUnit: values.hostUnit.trim() },
      keeper: { name: values.keeperName.trim(), phone: values.keeperPhone.trim() },
      photos: values.photos.map(({ fileId, kind }) => ({ fileId, kind })),
      consent: true,
    },
  }
}
