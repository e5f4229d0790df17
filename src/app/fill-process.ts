import { readConfig } from '#platform/config.ts'
import { keepCompiledCode } from './compiled-code.ts'
import type { FillOrder } from './fill-apart.ts'

keepCompiledCode()
const STOPPED_MS = 2_000
const [{ fillNewDatabase }, { modules }] = await Promise.all([import('./fill.ts'), import('./modules.ts')])

// Whoever ordered it was killed, or gave it up: what was not committed is undone.
process.once('disconnect', () => process.exit(1))

/** Fills one database by the order that comes, tells how far it is, and ends. */
process.once('message', (message) => {
  const { owner, today } = message as FillOrder
  fillNewDatabase({
    config: readConfig(process.env),
    owner,
    modules,
    today: new Date(today),
    onProgress: (text) => process.send?.(text),
  }).then(
    () => process.exit(0),
    (error: unknown) => {
      // A start that is stopped takes the database away, and is gone itself a moment later: then nobody asks why.
      setTimeout(() => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      }, STOPPED_MS)
    },
  )
})
