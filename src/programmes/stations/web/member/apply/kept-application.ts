import { emptyApplication, type ApplyValues } from './apply-values.ts'

const KEY = 'zhenyi.station-application'

/** Five minutes of typing on a phone, kept through a reload, on this device and for this visit only. Consent is given anew. */
export function keptApplication(): ApplyValues {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as ApplyValues | null
    return kept === null ? emptyApplication : { ...emptyApplication, ...kept, consent: false }
  } catch {
    return emptyApplication
  }
}

export function keepApplication(values: ApplyValues): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(values))
  } catch {
    // A browser without storage keeps nothing; the form works all the same.
  }
}

export function forgetApplication(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
