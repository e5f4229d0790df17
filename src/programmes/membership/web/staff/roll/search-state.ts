/** What a list's address says, read with care: whatever is not among the options counts as not said. */
export const oneOf = <T extends string>(given: string | null, options: readonly T[]): T | undefined =>
  options.find((option) => option === given)

export function pageOf(given: URLSearchParams): number {
  const page = Number(given.get('page'))
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** The address with this changed; a new filter begins at the first page. */
export function changed(
  given: URLSearchParams,
  change: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(given)
  if (!('page' in change)) next.delete('page')
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}
