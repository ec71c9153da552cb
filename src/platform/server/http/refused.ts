import { ORPCError } from '@orpc/server'
import type { RefusalTable } from '#platform/contract/refusal-registry.ts'
import type { Refusal } from '#platform/kernel/refusal.ts'
import type { Result } from '#platform/kernel/result.ts'

/** A refusal on its way out of a handler; only the host catches it. */
export class Refused extends Error {
  readonly refusal: Refusal
  readonly issues: readonly Issue[]
  constructor(refusal: Refusal, issues: readonly Issue[] = []) {
    super(refusal.code)
    this.refusal = refusal
    this.issues = issues
  }
}

/** A place in the input that does not fit, and why. */
export type Issue = { readonly path: string; readonly message: string }

/** The value, or the refusal thrown for the host to tell. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refused(result.refusal)
}

/** Throws one refusal for the host to tell. */
export function refused(code: string, facts: Refusal['facts'] = {}): never {
  throw new Refused({ code, facts })
}

type Invalid = { readonly issues?: readonly { readonly message: string; readonly path?: readonly unknown[] }[] }

/** Any error of a call as a refusal: what the contract library found wrong with the input, ours as they are, bugs as a fault. */
export function asRefused(error: unknown, trace: string): Refused {
  if (error instanceof Refused) return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return ofBadInput(error)
  return new Refused({ code: isBusy(error) ? 'service.busy' : 'service.fault', facts: { trace } })
}

/** A refusal and its trace, on their way through the contract library. */
export class Told {
  readonly refused: Refused
  readonly trace: string
  constructor(refused: Refused, trace: string) {
    this.refused = refused
    this.trace = trace
  }
}

/** The error in the shape that the contract library sends. */
export function asContractError(refused: Refused, trace: string, table: RefusalTable): ORPCError<string, Told> {
  const text = table[refused.refusal.code]
  return new ORPCError(refused.refusal.code, { status: text?.status ?? 500, data: new Told(refused, trace) })
}

function ofBadInput(error: ORPCError<string, unknown>): Refused {
  const issues = (
    (error.cause as Invalid | undefined)?.issues ??
    (error.data as Invalid | undefined)?.issues ??
    []
  ).map((issue) => ({ path: pathOf(issue.path), message: issue.message }))
  return new Refused({ code: issues.length > 0 ? 'input.invalid' : 'input.malformed', facts: {} }, issues)
}

function pathOf(path: readonly unknown[] = []): string {
  return path
    .map((step) => String(typeof step === 'object' && step !== null ? (step as { key: unknown }).key : step))
    .join('.')
}

const busyCodes = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '08006', '08003'])

function isBusy(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    busyCodes.has(code ?? '') || /Connection terminated|timeout exceeded when trying to connect/.test(message ?? '')
  )
}
