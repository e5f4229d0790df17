/** A named value; null where nothing was recorded, which is not zero. */
export type Datum = { label: string; value: number | null }
