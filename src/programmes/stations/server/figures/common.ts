import type { Figure } from '#kernel/figures/index.ts'

const ofStations = {
  counted: 'record',
  owner: 'stations',
  chapter: { zh: '爱心驿站', en: 'Rest stations' },
} as const satisfies Partial<Figure>

/** Figures that count stations: everybody may open them to the single one. */
export const ofPlaces = {
  ...ofStations,
  unit: { zh: '家', en: 'stations' },
  dimension: 'places',
  opensTo: 'everybody',
} as const satisfies Partial<Figure>

/** Figures that tell what visitors did: they open to groups of at least ten. */
export const ofVisitors = { ...ofStations, opensTo: 'groups-of-ten' } as const satisfies Partial<Figure>
