/** Pages once visited open without a network. Where a browser has no service workers, everything else works. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch((error: unknown) => {
      console.warn('pages will not open without a network', error)
    })
  })
}
