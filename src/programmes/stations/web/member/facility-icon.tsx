import { facilities } from '#programmes/stations/rules/facilities.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'
import type { FacilityName } from './types.ts'

/** What the design system already draws. */
const shared: Readonly<Record<string, IconName>> = {
  water: 'water',
  seats: 'seat',
  'air-conditioner': 'air-conditioner',
  microwave: 'microwave',
  charging: 'charger',
  'first-aid': 'first-aid',
  books: 'book',
  wifi: 'wifi',
  toilet: 'toilet',
  tools: 'wrench',
}

/** The rest, in the same hand: strokes on a 24 × 24 grid. */
const own: Readonly<Record<string, string>> = {
  'hot-water':
    'M5 11h12v4a6 6 0 0 1-6 6 6 6 0 0 1-6-6ZM17 12.500h1.500a2.500 2.500 0 0 1 0 5H16.500M8.500 8c-1-1.500 1-2.500 0-4M13 8c-1-1.500 1-2.500 0-4',
  heating:
    'M4 9h16v9H4zM8 9v9M12 9v9M16 9v9M6 18v2.500M18 18v2.500M9 3.500c-1 1 1 1.500 0 3M15 3.500c-1 1 1 1.500 0 3',
  fan: 'M12 12a1.300 1.300 0 1 0 0-.01ZM12 10.500C9.500 8 10 3.500 12.500 3.500S15.500 8 12 10.500ZM13.500 12c2.500-2 7-1.500 7 1s-4.500 3-7-1ZM10.500 12.500C9 16 4.500 17 4 14.500s3-4.500 6.500-2ZM12 14v7M9 21h6',
  'vehicle-charging':
    'M4 21V4h8v17M3 21h10M6.500 7.500h3M12 12h2.500v5a2 2 0 0 0 4 0V9.500L16 7M18.500 9.500V12M8.500 10.500 7 13.500h2.500L8 16.500',
  defibrillator:
    'M12 20.500S3.500 15 3.500 9a4.500 4.500 0 0 1 8.500-2 4.500 4.500 0 0 1 8.500 2c0 6-8.500 11.500-8.500 11.500ZM12.500 8.500l-2.500 4h4l-2.500 4',
  'blood-pressure':
    'M9 13.500a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM9 8.500l2-2M9 13.500v3a3.500 3.500 0 0 0 7 0v-1M16 15.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  washing: 'M4 13h16v2a6 6 0 0 1-6 6h-4a6 6 0 0 1-6-6ZM8 13V6a2.500 2.500 0 0 1 5 0v.5M13 9.500v.01',
  shower:
    'M6 21V6a3 3 0 0 1 6 0M8.500 10a3.500 3.500 0 0 1 7 0ZM9.500 13v1.500M12 13v1.500M14.500 13v1.500M9.500 17v1.500M12 17v1.500M14.500 17v1.500',
  fridge: 'M6 3h12v18H6zM6 10h12M9 6v1.500M9 13v3',
  umbrella: 'M12 3v1.500M3.500 13a8.500 8.500 0 0 1 17 0ZM12 13v5.500a2 2 0 0 1-4 0',
  sewing:
    'M19 5 8 16M19 5a1.500 1.500 0 0 0-2-2L6 14l-1.500 5.500L10 18M4 20.500c4 1 5-2.500 8-2s4 2.500 8 1.500',
  'mother-baby':
    'M9.500 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM4.500 21c0-7 2-10 5-10s4.500 2 5 4M16 15.500a1.750 1.750 0 1 0 0-3.500 1.750 1.750 0 0 0 0 3.500ZM11.500 21c.5-3 2-4.500 4.500-4.500s4 1.500 4 4.500',
  locker: 'M4 3h16v18H4zM12 3v18M4 12h16M9.500 7v1M14.500 7v1M9.500 16v1M14.500 16v1',
  mirror: 'M12 16a5.500 6.500 0 1 0 0-13 5.500 6.500 0 0 0 0 13ZM12 16v5M8.500 21h7M10 8.500l2.500-2.500',
  television: 'M3 5h18v12H3zM9 21h6M12 17v4',
  parking: 'M4 4h16v16H4zM9.500 17V7.500h3.500a3 3 0 0 1 0 6H9.500',
  'legal-advice': 'M12 4v16M7 20h10M5 7.500h14M5 7.500 2.500 14h5ZM19 7.500 16.500 14h5Z',
}

export function FacilityIcon({ facility }: { facility: FacilityName }) {
  const path = own[facility]
  if (path === undefined) return <Icon name={shared[facility] ?? 'check'} />
  return (
    <svg className="ui-icon" viewBox="0 0 24 24" aria-hidden>
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

const textOf = new Map<string, (typeof facilities)[number]['text']>(
  facilities.map(({ id, text }) => [id, text]),
)

/** The name of a facility in the language of the page. */
export function useFacilityText(): (facility: FacilityName) => string {
  const t = useText()
  return (facility) => t(textOf.get(facility) ?? { zh: facility, en: facility })
}

/** In the order a worker asks for them. */
export const facilityNames: readonly FacilityName[] = facilities.map(({ id }) => id)
