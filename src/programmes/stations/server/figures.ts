import type { Figure } from '#kernel/figures/index.ts'
import { certificateFigures } from './figures/certificate-figures.ts'
import { reportFigures } from './figures/report-figures.ts'
import { reachFigures } from './figures/reach-figures.ts'
import { stationFigures } from './figures/station-figures.ts'
import { visitFigures } from './figures/visit-figures.ts'

/** What this programme publishes; the manifest carries it. */
export const figures: readonly Figure[] = [
  ...stationFigures,
  ...certificateFigures,
  ...visitFigures,
  ...reportFigures,
  ...reachFigures,
]
