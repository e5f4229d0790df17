const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type Guard = { stop: () => Promise<void>; onExit: () => void }

const guards = new Set<Guard>()

/**
 * Keeps a database from outliving us; the answer takes the guard away. A signal that nobody listens to ends a process
 * without a word to its children: here every guarded database is stopped first and the signal then takes its course.
 * Where the application listens itself, it is in charge, and `onExit` (synchronous) is the last resort of any orderly exit.
 */
export function guardExit(stop: () => Promise<void>, onExit: () => void): () => void {
  const guard = { stop, onExit }
  if (guards.size === 0) listen()
  guards.add(guard)
  return () => {
    if (guards.delete(guard) && guards.size === 0) unlisten()
  }
}

function listen(): void {
  for (const signal of SIGNALS) process.on(signal, stopAll)
  process.on('exit', exitAll)
}

function unlisten(): void {
  for (const signal of SIGNALS) process.off(signal, stopAll)
  process.off('exit', exitAll)
}

function stopAll(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  void Promise.allSettled([...guards].map((guard) => guard.stop())).then((outcomes) => {
    for (const outcome of outcomes) if (outcome.status === 'rejected') console.error(outcome.reason)
    unlisten()
    process.kill(process.pid, signal)
  })
}

function exitAll(): void {
  for (const guard of guards) guard.onExit()
}
