import type { Operation } from '../contract.ts'

/** Where an operation is called over HTTP; by itself, because pages need it without the schemas. */
export const addressOf = ({ id }: Pick<Operation, 'id'>) => `/api/${id.replace('.', '/')}`

/** Whether the input stands in the address, and the call is a GET. */
export const isInAddress = ({ kind, inBody }: Pick<Operation, 'kind' | 'inBody'>) =>
  kind === 'query' && inBody !== true
