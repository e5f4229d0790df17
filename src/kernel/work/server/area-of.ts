import type { Module } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'

/**
 * Whose matter an item is, in words. Cases are reported by `review`, whose kinds name the procedure's own module:
 * `review.membership.founding` is joining and founding.
 */
export function areaOf(modules: readonly Pick<Module, 'name' | 'title'>[], kind: string): Text | null {
  const [first, second] = kind.split('.')
  const titleOf = (name: string | undefined) => modules.find((module) => module.name === name)?.title
  return (first === 'review' ? titleOf(second) : undefined) ?? titleOf(first) ?? null
}
