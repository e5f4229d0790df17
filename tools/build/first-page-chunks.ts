import type { Rolldown } from 'vite'

/** Where a first page, or a step before it, begins: its own file, and what it loads in turn at once. */
export type Beginning = { readonly name: string; readonly sources: readonly string[] }

/**
 * Sorts what the first pages import into few files, because on a slow line each file costs more than its bytes: what
 * each step needs that comes before every page, what two of them share, and what only one of them needs. Everything
 * else is split as the bundler thinks best. A module's imports always lie in its own group or one before it, so that
 * no group waits for a circle.
 */
export function firstPageChunks(
  steps: readonly Beginning[],
  pages: readonly Beginning[],
): Rolldown.CodeSplittingOptions {
  const reachedBy = reachedOnce([...steps, ...pages])
  const stepGroups = steps.map((step, index) => ({
    debugName: step.name,
    name: (id: string, modules: Rolldown.ChunkingContext) =>
      reachedBy(modules).get(step)!.has(id) ? step.name : null,
    priority: 1 + steps.length - index,
  }))
  return {
    groups: [
      { name: 'main', tags: ['$initial'], priority: 2 + steps.length },
      ...stepGroups,
      {
        debugName: 'first pages',
        name: (id, modules) => {
          const reached = reachedBy(modules)
          const names = pages.filter((page) => reached.get(page)!.has(id)).map(({ name }) => name)
          return names.length > 1 ? 'common' : (names[0] ?? null)
        },
        priority: 1,
      },
    ],
  }
}

/** The modules that each beginning loads, found when the bundler first asks. */
function reachedOnce(beginnings: readonly Beginning[]) {
  let reached: ReadonlyMap<Beginning, ReadonlySet<string>> | undefined
  return (modules: Rolldown.ChunkingContext) => {
    const infoOf: ModuleInfo = (id) => modules.getModuleInfo(id)
    reached ??= new Map(beginnings.map((one) => [one, reachedFrom(one.sources, infoOf)]))
    return reached
  }
}

type ModuleInfo = (id: string) => { readonly importedIds: readonly string[] } | null

function reachedFrom(sources: readonly string[], getModuleInfo: ModuleInfo): Set<string> {
  const seen = new Set<string>()
  const waiting = [...sources]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}
