import type { Grant } from '#platform/context.ts'

/** The permissions of a role that a giver does not hold at this unit, who may therefore not give it there. */
export function permissionsNotHeld(
  ofRole: readonly string[],
  held: readonly Grant[],
  path: string,
): readonly string[] {
  const heldHere = new Set(held.filter(({ unit }) => covers(unit, path)).map(({ permission }) => permission))
  return ofRole.filter((permission) => !heldHere.has(permission))
}

/** Whether a unit is this one or stands above it. */
export const covers = (unit: string, path: string): boolean => path === unit || path.startsWith(`${unit}.`)
