import type { ComponentType } from 'react'
import type { DayLineComponents, DayLink } from './day/day-lines.ts'
import type { Senders } from './outbox/outbox-context.ts'
import type { IconName } from './parts/icon.tsx'

/** An entry of the navigation. */
export type NavEntry = {
  readonly to: `/${string}`
  readonly zh: string
  readonly en: string
  readonly icon: IconName
  /**
   * Lower stands first; no two entries share one. A phone has place for the first four that a post may open, so what only some
   * posts do all day stands before what everybody may look at:
   * 10 today; 11–19 desks of a few posts, and what is owed; 20–29 work of one kind; 30–39 records; 40–49 the own unit; 50– boards.
   */
  readonly order: number
  /** Shown only to posts that hold it. */
  readonly permission?: string
}

/** An entry at the foot of the residents' pages. */
export type PortalEntry = Omit<NavEntry, 'permission'>

/** A page by its address; it is loaded when it is wanted. */
export type PageRoute = {
  /** `$name` takes a part of the address, as `/nodes/$node`. */
  readonly path: `/${string}`
  /**
   * What `$name` stands for: an id, which is a UUID, or a name that the county gives, as of a unit or a matter. Ids where it is left
   * out: an address that cannot be one leads to no page, and nobody is asked for it.
   */
  readonly by?: 'id' | 'name'
  readonly load: () => Promise<{ readonly Page: ComponentType }>
  /**
   * For whom it is: those at work; residents who have signed in; or anybody. The last two stand in the residents' own light frame, at
   * addresses below `/portal` or of their own. Staff where it is left out.
   */
  readonly door?: 'staff' | 'resident' | 'open'
  /** The whole screen, without header and navigation: walls, television. */
  readonly bare?: boolean
  /** Kept on the device, to be opened without network. */
  readonly offline?: boolean
}

/** What a scenario puts on the screens. */
export type PageManifest = {
  readonly id: string
  readonly nav: readonly NavEntry[]
  readonly routes: readonly PageRoute[]
  /** What residents find at the foot of their pages. */
  readonly portal?: readonly PortalEntry[]
  /** How its things look in the list of a day, by kind, and what of its pages the list leads to besides. */
  readonly day?: {
    readonly lines?: DayLineComponents
    readonly links?: readonly DayLink[]
  }
  /** How acts that were kept without network are sent, by kind. */
  readonly outbox?: Senders
}

/**
 * Declares the pages of a scenario.
 * @example
 * export const pages = definePages({
 *   id: 'projects',
 *   nav: [{ to: '/projects', zh: '项目', en: 'Projects', icon: 'projects', order: 30, permission: 'projects.read' }],
 *   routes: [{ path: '/projects', load: () => import('./web/projects-page.tsx') }],
 * })
 */
export function definePages(manifest: PageManifest): PageManifest {
  return manifest
}
