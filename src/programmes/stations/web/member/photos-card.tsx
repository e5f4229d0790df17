import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { stationMessages } from './station-messages.ts'
import type { StationDetail } from './types.ts'

const kindWords: Readonly<Record<string, Text>> = {
  sign: stationMessages.photoSign,
  outside: stationMessages.photoOutside,
  inside: stationMessages.photoInside,
  equipment: stationMessages.photoEquipment,
  rules: stationMessages.photoRules,
}

/** Photos keep their ratio and load when they come into sight. */
export function PhotosCard({ station }: { station: StationDetail }) {
  const t = useText()
  if (station.photos.length === 0) return null
  return (
    <Card title={t(stationMessages.photos)}>
      <ul className="stations-photos">
        {station.photos.map(({ id, url, thumbnailUrl, kind }) => {
          const word = t(kindWords[kind] ?? stationMessages.photos)
          return (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                <img
                  src={thumbnailUrl}
                  alt={t(stationMessages.photoOf, { station: station.name, kind: word })}
                  loading="lazy"
                  decoding="async"
                />
              </a>
              <p className="stations-small">{word}</p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
