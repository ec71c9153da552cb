/** One of a demonstration's invented people, with what there is to them. */
export type DemoPerson = { readonly name: string; readonly number: string; readonly zh: string; readonly en: string }

/** What the provider's process is told before it begins. */
export type DemoIdentityTask = {
  readonly people: readonly DemoPerson[]
  readonly clientSecret: string
  readonly county: string
}
