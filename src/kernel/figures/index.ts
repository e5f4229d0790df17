/**
 * Front door of kernel part `figures`: how a programme declares its numbers. Its manifest carries them as
 * `figures`; the report, publications and verification follow from there.
 */
export type {
  AsOf,
  Breakdown,
  BreakdownRow,
  Figure,
  FigureSource,
  FigureValue,
  PublicationListener,
  RecordColumn,
  RecordList,
  Trend,
  TrendPoint,
} from './figure.ts'
export { breakdownBy, breakdownFrom } from './server/breakdowns.ts'
export { countBy, countOf } from './server/counting.ts'
export { askFigure, figureKeys, findFigureWords, type AskedFigure } from './server/ask-figure.ts'
export { publishFigures, type FiguresToPublish } from './server/publish-figures.ts'
export { publicationDigests } from './server/published.ts'
export { publishedValues, type PublishedBefore } from './server/published-values.ts'
export { settledMoment } from './server/settle.ts'
export { verify as verifyFigures } from './server/verify.ts'
export { foldDays, foldedFor, type Folding, type RecordedDay } from './server/fold-days.ts'
export { recordPurge, type Purge } from './server/record-purge.ts'
export { figuresModule } from './server/module.ts'
