import type { Grant } from '#platform/context.ts'
import type { Module } from '#platform/module.ts'

const known = new WeakMap<readonly Module[], ReadonlyMap<string, readonly string[]>>()

/** Role → the permissions that the modules' manifests give it. */
export function permissionsOfRoles(modules: readonly Module[]): ReadonlyMap<string, readonly string[]> {
  const made = known.get(modules) ?? collect(modules)
  known.set(modules, made)
  return made
}

function collect(modules: readonly Module[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const module of modules) {
    for (const [permission, { roles }] of Object.entries(module.permissions)) {
      for (const role of roles) found.set(role, [...(found.get(role) ?? []), permission])
    }
  }
  return found
}

export type HeldRole = { readonly role: string; readonly unit: string }

/** What the roles held come to: each permission at each unit, once. */
export function expandRoles(modules: readonly Module[], held: readonly HeldRole[]): Grant[] {
  const byRole = permissionsOfRoles(modules)
  const grants = new Map<string, Grant>()
  for (const { role, unit } of held) {
    for (const permission of byRole.get(role) ?? []) grants.set(`${permission}@${unit}`, { permission, unit })
  }
  return [...grants.values()]
}
