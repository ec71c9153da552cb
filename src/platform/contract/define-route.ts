import { type ErrorMap, oc } from '@orpc/contract'
import type { RefusalTable } from './refusal-registry.ts'

/**
 * Who may call a route at all; how far a permission reaches is asked again of the thing itself. `signed-in` and permissions are for staff
 * alone, `resident` is for residents alone, and a resident asks for what is theirs.
 */
export type RouteAccess = 'public' | 'signed-in' | 'resident' | { readonly permission: string }

/** What the platform reads of a route before its handler runs. */
export type RouteMeta = {
  readonly access: RouteAccess
  /** True for a command: it needs an Idempotency-Key, and a repeat gets the same answer. */
  readonly writes: boolean
}

/** How a route is declared. */
export type RouteDeclaration = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** The path below `/api`, as `/nodes/{node}/reports`. */
  readonly path: `/${string}`
  readonly access: RouteAccess
  readonly tag: string
  /** One line, English: what it does. */
  readonly summary: string
}

const builder = oc.$meta<RouteMeta>({ access: 'signed-in', writes: false })

/**
 * Opens the declaration of a route; add `.input`, `.output` and, with `refusalErrors`, the refusals it may give.
 * A route that is not GET is a command.
 * @example
 * route({ method: 'POST', path: '/nodes/{node}/reports', access: { permission: 'projects.report' }, tag: '项目', summary: 'Report progress' })
 *   .input(ReportInput).output(Node)
 */
export function route(declaration: RouteDeclaration) {
  const { method, path, access, tag, summary } = declaration
  return builder
    .meta({ access, writes: method !== 'GET' && access !== 'public' })
    .route({ method, path, summary, tags: [tag], successStatus: 200 })
}

/** The part of a refusal table that a route declares, in the shape that the contract library wants. */
export function refusalErrors<const T extends RefusalTable, const K extends keyof T & string>(
  table: T,
  ...codes: readonly K[]
): ErrorMap {
  return Object.fromEntries(
    codes.map((code) => [code, { status: table[code]?.status ?? 409, message: table[code]?.en ?? code }]),
  )
}
