import type pg from 'pg'
import { inject } from 'vitest'

/** Where journeys happen: a platform with a demo city of its own, and the run's one browser. */
export type Place = {
  readonly address: string
  readonly browser: string
  /** The owner's connection, for what stands in no answer, such as a plate's code. */
  readonly owner: pg.ClientConfig
  readonly keysFile: string
  /** Holds the text messages, which are only logged here. */
  readonly logFile: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each file that runs at a time; none where no Chromium starts: then the journeys are skipped, and the reason was printed. */
    places: readonly Place[]
  }
}

const places = inject('places')

export const hasPlaces = places.length > 0

/** The one of this worker: its files come one after the other, since one counts what another adds. */
export const thePlace = (): Place => places[(Number(process.env['VITEST_POOL_ID']) - 1) % places.length]!
