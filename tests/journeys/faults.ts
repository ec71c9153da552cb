import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core'

/** What went wrong in a browser without anybody seeing it. */
export type Faults = { found(): readonly string[] }

/** Watches for pages that break, complain in the console (so does the content policy), get a 5xx, or ask an outside host. */
export function watchForFaults(context: BrowserContext, urls: readonly string[]): Faults {
  const found: string[] = []
  const note = (fault: string | undefined) => fault !== undefined && found.push(fault)
  context.on('weberror', (error) => note(`broke: ${error.error().stack}`))
  context.on('console', (message) => note(complaint(message)))
  context.on('request', (request) => note(outside(request, urls)))
  context.on('response', (response) => note(failure(response)))
  return { found: () => found }
}

/** A refusal with 4xx is an answer like others, and a network that a journey cut is its weather; the browser tells both as errors. */
function complaint(message: ConsoleMessage): string | undefined {
  const isRefusal = /^Failed to load resource: (.* status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(message.text())
  if (isRefusal || !['error', 'warning'].includes(message.type())) return undefined
  return `complained: ${message.text()}`
}

function outside(request: Request, urls: readonly string[]): string | undefined {
  const address = new URL(request.url())
  const isOwn =
    urls.some((url) => address.origin === new URL(url).origin) || ['data:', 'blob:'].includes(address.protocol)
  return isOwn ? undefined : `asked outside: ${request.url()}`
}

function failure(response: Response): string | undefined {
  return response.status() >= 500 ? `${response.status()} from ${response.url()}` : undefined
}
