/**
 * How a node hangs on a predecessor: finish to start, start to start, finish to finish, start to finish. The names are those
 * of the project-scheduling literature and of Project XML.
 */
export const linkKinds = ['FS', 'SS', 'FF', 'SF'] as const
export type LinkKind = (typeof linkKinds)[number]

/** A link to a predecessor; `lag` is working time in milliseconds after it, negative where the successor may overlap. */
export type PlanLink = { readonly node: string; readonly kind: LinkKind; readonly lag: number }
