/** Public answers only, kept for when there is no network: what is about a person is never kept. */
const KEPT_ANSWERS: ReadonlySet<string> = new Set([
  '/api/stations/map-stations',
  '/api/stations/get-station',
  '/api/organisations/list-districts',
  '/api/city/get-city',
])

export const isKeptAnswer = (address: URL): boolean => KEPT_ANSWERS.has(address.pathname)
