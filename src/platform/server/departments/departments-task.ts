import type { DocumentOf } from '#platform/server/county/index.ts'
import type { Believed } from './desk/http-desk.ts'
import type { PeopleSeed } from './people/household.ts'

/** What the process of the departments is told when it begins. */
export type DepartmentsTask = {
  readonly people: PeopleSeed
  readonly datasets: readonly DocumentOf<'dataset'>[]
  readonly connectors: readonly DocumentOf<'connector'>[]
  readonly believed: Believed
  /** Where their own database over HTTP lies; `:memory:` for nowhere. */
  readonly file: string
  readonly postgres?: { readonly ownerUrl: string; readonly name: string; readonly passing: boolean } | undefined
}

/** What it answers: where it stands. */
export type DepartmentsReady = {
  readonly http: number
  readonly control: number
  readonly sql: { readonly address: string; readonly user: string; readonly password: string } | undefined
}
