/*
 * The pages without network. Kept: the one document that stands for every address, and the built files that it has asked for,
 * which never change under their names. Never kept: anything below /api/, so nothing about anybody.
 */
const kept = 'xianqu-pages-1'
const mostFiles = 300
const isFile = (url) => url.origin === location.origin && url.pathname.startsWith('/assets/')

addEventListener('install', (event) => {
  event.waitUntil(keep(['/', '/favicon.svg']).then(() => skipWaiting()))
})

addEventListener('activate', (event) => {
  event.waitUntil(deleteOthers().then(() => clients.claim()))
})

addEventListener('message', (event) => {
  const files = event.data?.keep
  if (Array.isArray(files)) event.waitUntil(keep(files.filter((file) => isFile(new URL(file)))).then(prune))
})

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  if (event.request.mode === 'navigate') event.respondWith(openDocument(event.request))
  else if (isFile(url)) event.respondWith(openFile(event.request))
})

/** The document as the server has it now; without network as it last was. */
async function openDocument(request) {
  try {
    const response = await fetch(request)
    if (response.ok) await (await caches.open(kept)).put('/', response.clone())
    return response
  } catch (error) {
    const last = await caches.match('/')
    if (last) return last
    throw error
  }
}

async function openFile(request) {
  const known = await caches.match(request)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) await (await caches.open(kept)).put(request, response.clone())
  return response
}

async function keep(files) {
  const cache = await caches.open(kept)
  const missing = await Promise.all(files.map(async (file) => ((await cache.match(file)) ? [] : [file])))
  await Promise.allSettled(missing.flat().map((file) => cache.add(file)))
}

/** Files of builds long gone leave, the oldest first. */
async function prune() {
  const cache = await caches.open(kept)
  const files = (await cache.keys()).filter((request) => isFile(new URL(request.url)))
  await Promise.all(files.slice(0, Math.max(0, files.length - mostFiles)).map((request) => cache.delete(request)))
}

async function deleteOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)))
}
