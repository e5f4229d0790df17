import type { Rolldown } from 'vite'

/** Where each first page begins: its own file, and what it loads in turn at once. */
export type FirstPage = { readonly name: string; readonly sources: readonly string[] }

/**
 * Sorts what the first pages import into few files, because on a slow line each file costs more than its bytes: what
 * two of them share, and what only one of them needs. Everything else is split as the bundler thinks best. A module's
 * imports always lie in its own group or one before it, so that no group waits for a circle.
 */
export function firstPageChunks(pages: readonly FirstPage[]): Rolldown.CodeSplittingOptions {
  let reached: ReadonlyMap<string, ReadonlySet<string>> | undefined
  return {
    groups: [
      { name: 'base', tags: ['$initial'], priority: 2 },
      {
        debugName: 'first pages',
        name: (id, modules) => {
          reached ??= new Map(
            pages.map(({ name, sources }) => [
              name,
              reachedFrom(sources, (one) => modules.getModuleInfo(one)),
            ]),
          )
          const names = [...reached].filter(([, ids]) => ids.has(id)).map(([name]) => name)
          return names.length > 1 ? 'common' : (names[0] ?? null)
        },
        priority: 1,
      },
    ],
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
