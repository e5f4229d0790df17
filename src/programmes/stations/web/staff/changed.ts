/** A change to a record of choices: a field that is named and undefined is taken away. */
export type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined }

export function withChange<T extends object>(record: T, changed: Changed<T>): T {
  const entries = Object.entries({ ...record, ...changed }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as T
}
