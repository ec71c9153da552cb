import { ProviderDown, ProviderRefused } from './provider.ts'

const patienceMilliseconds = 8_000

/** Asks a provider's API for JSON: no answer and a fault over there mean that it is down, a status below 500 that it refuses. */
export async function askJson(url: URL, init: RequestInit = {}): Promise<Readonly<Record<string, unknown>>> {
  const response = await reach(url, init)
  if (response.status >= 500) throw new ProviderDown(`HTTP ${response.status}`)
  if (!response.ok) throw new ProviderRefused(`HTTP ${response.status}`)
  const answer: unknown = await response.json().catch(() => undefined)
  if (typeof answer !== 'object' || answer === null) throw new ProviderRefused('the answer is no object')
  return answer as Readonly<Record<string, unknown>>
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patienceMilliseconds) })
  } catch (error) {
    throw new ProviderDown('unreachable', { cause: error })
  }
}

/** A text of an answer; anything else is no text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The code that a provider sent the browser back with, once the state has been seen to be ours. */
export function codeOf(callback: URL, state: string, name = 'code'): string {
  if (callback.searchParams.get('state') !== state) throw new ProviderRefused('the state is not the one that was sent')
  const code = callback.searchParams.get(name)
  if (code === null || code === '') throw new ProviderRefused('there is no code')
  return code
}
