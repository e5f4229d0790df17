/** Where somebody came from, where it is a page of ours; `search` as the address of the sign-in page has it. */
export function returnToOf(search: string): string | undefined {
  const path = new URLSearchParams(search).get('returnTo') ?? ''
  return /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : undefined
}
