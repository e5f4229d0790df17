/** Sentences by field name; the name that a refusal of the server carries. */
export type FieldErrors = Record<string, string>
