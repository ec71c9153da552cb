import type { Refusal } from './refusal.ts'

/** What a rule answers: a value, or a refusal that a person can read. A bug is never a Result; it throws. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** @example `return ok(node)` */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** @example `return refuse('plans.node.done', { node: node.title })` */
export function refuse(code: string, facts: Refusal['facts'] = {}): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, facts } }
}

/** The value of a Result that cannot be a refusal here; throws with the refusal's code where it is one after all. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`)
}
