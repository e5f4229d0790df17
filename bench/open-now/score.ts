export type Forecast = { readonly probability: number; readonly isOpen: boolean }

/** The mean square of what was said less what was: 0 is perfect, 0.25 a coin. */
export const brier = (forecasts: readonly Forecast[]): number =>
  forecasts.reduce((sum, { probability, isOpen }) => sum + (probability - (isOpen ? 1 : 0)) ** 2, 0) /
  forecasts.length

/** Upper bounds of the lines of a reliability table. */
const BOUNDS = [0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.92, 0.96, 1.01]

export type ReliabilityLine = {
  readonly upTo: number
  readonly said: number
  readonly was: number
  readonly count: number
}

/** Of all the times that about so much was said, how often it was so. */
export function reliability(forecasts: readonly Forecast[]): ReliabilityLine[] {
  return BOUNDS.map((upTo, index) => {
    const from = BOUNDS[index - 1] ?? 0
    const those = forecasts.filter(({ probability }) => probability >= from && probability < upTo)
    return {
      upTo: Math.min(upTo, 1),
      said: those.reduce((sum, { probability }) => sum + probability, 0) / those.length,
      was: those.filter(({ isOpen }) => isOpen).length / those.length,
      count: those.length,
    }
  }).filter(({ count }) => count > 0)
}

/** The mean distance between said and was, weighted by how often it was said. */
export const calibrationError = (forecasts: readonly Forecast[]): number =>
  reliability(forecasts).reduce((sum, { said, was, count }) => sum + Math.abs(said - was) * count, 0) /
  forecasts.length
