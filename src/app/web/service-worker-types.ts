/** The few parts of a service worker's world that ours uses; the type library of workers clashes with the pages'. */
export type WaitingEvent = { waitUntil(work: Promise<unknown>): void }
export type FetchEventLike = { readonly request: Request; respondWith(answer: Promise<Response>): void }

export type WorkerLike = {
  /** Filled in by the build: every file of the pages with its revision. */
  readonly __WB_MANIFEST: { url: string; revision: string | null }[]
  readonly location: { readonly origin: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEventLike) => void): void
}
