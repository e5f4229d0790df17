import { useSearch } from '@tanstack/react-router'

/** The day that the address names; none means today. A day that cannot be is refused by the server, in words. */
export function useAsOf(): { asOf?: string } {
  const { asOf } = useSearch({ strict: false }) as { asOf?: string }
  return asOf === undefined ? {} : { asOf: String(asOf) }
}

/** Keeps the chosen day while somebody goes from page to page. */
export const withDay = (path: string, { asOf }: { asOf?: string }) =>
  asOf === undefined ? path : `${path}?asOf=${asOf}`
