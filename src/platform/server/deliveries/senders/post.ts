import type { Outcome } from '../domain/retry.ts'

const patienceMilliseconds = 10_000
const mostAnswerBytes = 64 * 1024

/** What the receiver answered, where it took the message; or how it failed. */
export type Posted = { readonly answer: string } | { readonly failed: Outcome }

/**
 * Posts JSON. A redirection is not followed: a secret would go with it. What may pass by itself fails, what cannot is refused; reasons
 * name statuses, never what the receiver wrote.
 */
export async function postJson(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Xianqu', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
    const answer = (await response.text()).slice(0, mostAnswerBytes)
    return response.ok ? { answer } : { failed: outcomeOf(response.status) }
  } catch (error) {
    const isSlow = (error as Error).name === 'TimeoutError'
    return { failed: { kind: 'failed', reason: isSlow ? 'timeout' : `unreachable ${causeOf(error)}`.trim() } }
  }
}

const passing = new Set([408, 425, 429])

function outcomeOf(status: number): Outcome {
  const reason = `HTTP ${status}`
  return status >= 500 || passing.has(status) ? { kind: 'failed', reason } : { kind: 'refused', reason }
}

function causeOf(error: unknown): string {
  const { code } = ((error as Error).cause ?? {}) as { code?: string }
  return code ?? ''
}
