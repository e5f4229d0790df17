import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useSettled } from '#ui/controls/use-settled.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { membership } from '../../contract.ts'
import { messages } from './messages.ts'
import { kindWords } from '../words.ts'
import type { Place } from '../types.ts'
import './member.css'

const SHOWN = 20
const ALL = 'all'

type UnionFinderProps = {
  readonly onChoose: (place: Place) => void
  /** Not offered: where somebody is already. */
  readonly except?: string
}

/** A union by name or by district; for whoever has none at work, the associations of their area and trade first. */
export function UnionFinder({ onChoose, except }: UnionFinderProps) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [typed, setTyped] = useSettled(search, setSearch)
  const [adcode, setAdcode] = useState(ALL)
  const [associationsOnly, setAssociationsOnly] = useState(false)
  const districts = useAnswer(organisations.listDistricts, {}).data?.rows ?? []
  const found = useAnswer(
    membership.findUnions,
    {
      ...(search.trim() !== '' && { search: search.trim() }),
      ...(adcode !== ALL && { adcode }),
      associationsOnly,
      pageSize: SHOWN,
    },
    { keepLast: true },
  )
  return (
    <div className="ui-stack">
      <SearchField label={t(messages.findHint)} value={typed} onChange={setTyped} />
      <Select
        label={t(messages.district)}
        options={[
          { id: ALL, label: t(messages.anyDistrict) },
          ...districts.map((district) => ({ id: district.adcode, label: district.name })),
        ]}
        value={adcode}
        onChange={setAdcode}
      />
      <Checkbox isSelected={associationsOnly} onChange={setAssociationsOnly}>
        {t(messages.associationsOnly)}
      </Checkbox>
      <Answered to={found} label={t(messages.loadingUnions)}>
        {({ rows, total }) => {
          const offered = rows.filter(({ organisationId }) => organisationId !== except)
          return offered.length === 0 ? (
            <EmptyState kind="search" title={t(messages.noUnionsTitle)}>
              {t(messages.noUnions)}
            </EmptyState>
          ) : (
            <>
              <ul className="membership-places">
                {offered.map((place) => (
                  <li key={place.organisationId}>
                    <PlaceButton place={place} onChoose={onChoose} />
                  </li>
                ))}
              </ul>
              {total > rows.length && (
                <p className="membership-small">{t(messages.more, { count: total - rows.length })}</p>
              )}
            </>
          )
        }}
      </Answered>
    </div>
  )
}

function PlaceButton({ place, onChoose }: { place: Place; onChoose: (place: Place) => void }) {
  return (
    <button type="button" className="membership-place" onClick={() => onChoose(place)}>
      <PlaceWords place={place} />
    </button>
  )
}

export function PlaceWords({ place }: { place: Place }) {
  const t = useText()
  const kind = kindWords[place.kind as keyof typeof kindWords]
  return (
    <>
      <span className="membership-place-name">{place.name}</span>
      <span className="membership-small">
        {[place.districtName, kind && t(kind)].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
