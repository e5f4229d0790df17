import type { InputOf, Operation } from '#platform/contract.ts'
import { access } from '#kernel/access/contract.ts'
import { cityOperations } from '#kernel/city/contract.ts'
import { figures } from '#kernel/figures/contract.ts'
import { stations } from '#programmes/stations/contract.ts'

export type Question = readonly [operation: Operation, input: unknown]

/** What begins before any page, in the order of `main.ts`, each in a chunk of its own. */
export const STEPS = [
  { name: 'libraries', sources: ['src/app/web/libraries.ts'] },
  { name: 'base', sources: ['src/app/web/begin.tsx'] },
] as const

export type FirstPage = {
  /** Names its chunk. */
  readonly name: string
  /** Its own file, then what it loads at once; from the root of the repository. */
  readonly sources: readonly [string, ...string[]]
  /** What it asks before it can be drawn whole. */
  readonly asks: readonly Question[]
}

const asks = <P extends Operation>(operation: P, input: InputOf<P>): Question => [operation, input]

/** What every page asks. */
const ASKED_BY_ALL = [asks(access.me, {}), asks(cityOperations.getCity, {})]

/**
 * Pages that people open first, on a phone and over a slow line. Their code lies in few files, which the document
 * names, and the server draws them with their answers, so that the answer is read before any script has run.
 */
export const FIRST_PAGES: Readonly<Record<string, FirstPage>> = {
  '/': {
    name: 'home',
    sources: [
      'src/app/web/home-page.tsx',
      'src/programmes/stations/web/member/home-card.tsx',
      'src/programmes/green-travel/web/member/home-card.tsx',
      'src/programmes/membership/web/member/home-card.tsx',
    ],
    asks: ASKED_BY_ALL,
  },
  '/stations': {
    name: 'map',
    sources: ['src/programmes/stations/web/member/map-page.tsx'],
    asks: [asks(stations.mapStations, {}), ...ASKED_BY_ALL],
  },
  '/report': {
    name: 'report',
    sources: ['src/kernel/figures/web/report-page.tsx'],
    asks: [asks(figures.listFigures, {}), ...ASKED_BY_ALL],
  },
}
