import { throwProblem, UnansweredError } from './failure.ts'
import { newIdempotencyKey } from './idempotency-key.ts'

/** The one way out to the server: every command carries an Idempotency-Key, every refusal becomes a `ProblemError`. */
export async function request(input: Request): Promise<Response> {
  const isCommand = input.method !== 'GET' && input.method !== 'HEAD'
  if (isCommand && !input.headers.has('Idempotency-Key')) input.headers.set('Idempotency-Key', newIdempotencyKey())
  const response = await fetch(input).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new UnansweredError(cause)
  })
  return response.ok ? response : throwProblem(response)
}
