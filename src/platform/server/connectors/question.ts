import type { BreakerRule } from './domain/breaker.ts'

/** A department's system, as the county pack describes it. */
export type Connector = {
  readonly id: string
  readonly kind: 'http' | 'sql'
  readonly address?: string | undefined
  readonly authentication: 'none' | 'bearer' | 'hmac-sha256' | 'hmac-sm3' | 'password'
  /** Questions at one time, at most. */
  readonly together: number
  readonly breaker: BreakerRule
}

/** How a question is put to it. */
export type Asking =
  | { readonly kind: 'sql'; readonly query: string }
  | {
      readonly kind: 'http'
      readonly method: 'GET' | 'POST'
      readonly path: string
      readonly parameter: string
      readonly with: Readonly<Record<string, string>>
      /** JSON pointers into the answer. */
      readonly records: string
      readonly asOf?: string | undefined
    }

/** One question about one person or enterprise. */
export type Question = {
  /** Goes along as a request id: a question asked again is the same question. */
  readonly id: string
  readonly asking: Asking
  readonly number: string
  readonly withinMilliseconds: number
}

/** What came back. A fault may be over when it is asked again; what is `unreadable` needs a person. */
export type Reply =
  | { readonly kind: 'records'; readonly records: readonly RawRecord[]; readonly asOf: string | undefined }
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** A record as the department calls its columns. */
export type RawRecord = Readonly<Record<string, unknown>>

/** `left-alone`: the breaker is open. `no-address`: nobody has told where it stands. */
export type Fault = 'timeout' | 'unreachable' | 'refused' | 'failing' | 'left-alone' | 'no-address' | 'forbidden-host'

/** Something that a system outside is to do: a payment, a parcel. Sent again under the same key it is done once. */
export type Order = {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly key: string
  readonly withinMilliseconds: number
}

/**
 * Whether it was taken, and where the receiver says so, as what. `refused`: the receiver will not do it, with its code where it has one.
 * `unavailable`: nobody knows; send it again under the same key.
 */
export type Taking =
  | { readonly kind: 'taken'; readonly reference: string; readonly state?: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly code?: string }
  | { readonly kind: 'unavailable'; readonly reason: Fault | 'unreadable' }
