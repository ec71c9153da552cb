import type { ComponentType } from 'react'
import type { Senders } from './outbox/outbox-context.ts'
import type { IconName } from './parts/icon.tsx'

/** An entry of the navigation. */
export type NavEntry = {
  readonly to: `/${string}`
  readonly zh: string
  readonly en: string
  readonly icon: IconName
  /** Lower stands first. */
  readonly order: number
  /** Shown only to posts that hold it. */
  readonly permission?: string
}

/** A page by its address; it is loaded when it is wanted. */
export type PageRoute = {
  /** `$name` takes a part of the address, as `/nodes/$node`. */
  readonly path: `/${string}`
  readonly load: () => Promise<{ readonly Page: ComponentType }>
  /** The whole screen, without header and navigation: walls. */
  readonly bare?: boolean
  /** Kept on the device, to be opened without network. */
  readonly offline?: boolean
}

/** What a scenario puts on the screens. */
export type PageManifest = {
  readonly id: string
  readonly nav: readonly NavEntry[]
  readonly routes: readonly PageRoute[]
  /** How acts that were kept without network are sent, by kind. */
  readonly outbox?: Senders
}

/**
 * Declares the pages of a scenario.
 * @example
 * export const pages = definePages({
 *   id: 'projects',
 *   nav: [{ to: '/projects', zh: '项目', en: 'Projects', icon: 'projects', order: 20, permission: 'projects.read' }],
 *   routes: [{ path: '/projects', load: () => import('./web/projects-page.tsx') }],
 * })
 */
export function definePages(manifest: PageManifest): PageManifest {
  return manifest
}
