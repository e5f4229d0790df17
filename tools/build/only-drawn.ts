import type { Plugin } from 'vite'

const NEVER_DRAWN = '\0zhenyi-never-drawn'

/**
 * The server draws the first pages and no other: whatever they do not load at once is left out of its build, which
 * halves it. A page that draws something of it nevertheless fails to be drawn, and says so in the log and in the tests.
 */
export function onlyDrawn(sources: readonly string[]): Plugin {
  const drawn = new Set(sources)
  return {
    name: 'zhenyi-only-drawn',
    enforce: 'pre',
    async resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== 'string') return null
      const found = await this.resolve(specifier, importer)
      return found === null || drawn.has(found.id) ? found : { id: NEVER_DRAWN }
    },
    load: (id) => (id === NEVER_DRAWN ? 'export {}' : null),
  }
}
