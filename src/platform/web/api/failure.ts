import type { Problem } from '#platform/contract/problem.ts'

/** The server's refusal or failure, with its problem details. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** No answer came: whether a command was carried out is unknown, and a repeat with the same key is safe. */
export class UnansweredError extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause })
    this.name = 'UnansweredError'
  }
}

/** True where the server says with this status, or with this code, that it will not. */
export function isProblem(error: unknown, sign?: number | string): error is ProblemError {
  if (!(error instanceof ProblemError)) return false
  return sign === undefined || error.problem.status === sign || error.problem.code === sign
}

/** Reads an answer that is not a success; throws always. */
export async function throwProblem(response: Response): Promise<never> {
  const body: unknown = await response.json().catch(() => undefined)
  throw new ProblemError(isProblemDetails(body) ? body : unexplained(response))
}

function isProblemDetails(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body
}

function unexplained(response: Response): Problem {
  const { status } = response
  return {
    type: 'about:blank',
    status,
    code: `http.${status}`,
    title: status >= 500 ? '系统出现故障，内容没有保存，请稍后重试。' : '服务器没有接受这次请求，内容没有保存。',
    detail:
      status >= 500 ? 'The service failed; nothing was saved. Try again soon.' : 'The server did not accept this.',
  }
}
