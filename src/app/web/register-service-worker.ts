import { isKeptAnswer } from './kept-answers.ts'

/** Pages once visited open without a network. Where a browser has no service workers, everything else works. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  // A new worker takes the place of an older one, too; then everything passed through the older one.
  if (navigator.serviceWorker.controller === null) {
    navigator.serviceWorker.addEventListener('controllerchange', askAgain, { once: true })
  }
  // The pages begin in steps, and may begin after the document has loaded: then nobody would hear of it again.
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

function register(): void {
  navigator.serviceWorker.register('/service-worker.js').catch((error: unknown) => {
    console.warn('pages will not open without a network', error)
  })
}

/**
 * On the very first visit the answers came before the worker did, so it kept none of them. They are asked once
 * more; the browser's own cache still has most.
 */
function askAgain(): void {
  const asked = performance.getEntriesByType('resource').map(({ name }) => name)
  for (const address of new Set(asked)) {
    if (isKeptAnswer(new URL(address))) fetch(address).catch(() => undefined)
  }
}
