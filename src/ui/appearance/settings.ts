const prefix = 'zhenyi.'

/**
 * Reads a choice kept on this device. Storage may be closed (private windows, some in-app browsers)
 * and may hold anything, so whatever is not one of the allowed values counts as no choice.
 */
export function readSetting<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
  try {
    const stored = localStorage.getItem(prefix + name)
    return allowed.find((value) => value === stored) ?? fallback
  } catch {
    return fallback
  }
}

/** Remembers a choice where that is possible; where it is not, the choice lasts for this visit. */
export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    // Nothing to do: the setting already holds in memory.
  }
}
