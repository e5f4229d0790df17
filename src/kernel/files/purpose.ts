import type { FileKind } from './server/rules/file-kinds.ts'

/**
 * What a module takes uploads for. It stands in the module's manifest as `uploads`, so that this part knows no
 * programme and nothing is uploaded that nobody asked for.
 */
export type UploadPurpose = {
  /** Such as `station-roster`. */
  readonly purpose: string
  readonly maxBytes: number
  readonly accepts: readonly FileKind[]
  /** Who may upload, and who may read what a record in their reach holds; undefined: whoever is signed in. */
  readonly permission?: string
  /** Who may read what a record in their reach holds, where others than those may upload. */
  readonly mayRead?: string
}

export type ModuleWithUploads = { readonly uploads?: readonly UploadPurpose[] }

export const purposesOf = (modules: readonly object[]): readonly UploadPurpose[] =>
  modules.flatMap((module) => (module as ModuleWithUploads).uploads ?? [])
