/** Where somebody signs in and then goes on to `path`, a page of ours: `/stations/17`. */
export const signInAddress = (path: string): string => `/sign-in?returnTo=${encodeURIComponent(path)}`

/** Where somebody came from, where it is a page of ours; `search` as the address of the sign-in page has it. */
export function returnToOf(search: string): string | undefined {
  const path = new URLSearchParams(search).get('returnTo') ?? ''
  return /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : undefined
}
