import type { PageManifest } from '../manifest.ts'

/**
 * Lets the pages open without network: a service worker keeps the built files, and those of the pages that are marked `offline`
 * are fetched once the first page stands. It keeps no answer of the server; see docs/engines/outbox.md.
 */
export function keepOffline(manifests: readonly PageManifest[]): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    void navigator.serviceWorker.register('/sw.js').then(
      () => atLeisure(() => void fetchOffline(manifests)),
      () => undefined,
    )
  })
}

async function fetchOffline(manifests: readonly PageManifest[]): Promise<void> {
  const worker = (await navigator.serviceWorker.ready).active
  await Promise.allSettled([
    ...manifests.flatMap(({ routes }) => routes.filter(({ offline }) => offline).map(({ load }) => load())),
    ...manifests.flatMap(({ day }) => Object.values(day?.lines ?? {}).map((load) => load())),
    ...manifests.flatMap(({ outbox }) => Object.values(outbox ?? {}).map((load) => load())),
  ])
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
  worker?.postMessage({ keep: files.filter((name) => new URL(name).pathname.startsWith('/assets/')) })
}

function atLeisure(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5000 })
  else setTimeout(work, 2000)
}
