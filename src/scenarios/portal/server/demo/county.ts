import type { Router } from '@orpc/server'
import type { enterpriseContract } from '#platform/contract/enterprise-contract.ts'
import type { mandateContract } from '#platform/contract/mandate-contract.ts'
import type { RequestContext } from '#platform/server/http/index.ts'
import type { Cue, Stage } from '#platform/server/stage/index.ts'
import type { contract as dataHub } from '#scenarios/data-hub/public.ts'
import type { contract as matters } from '#scenarios/matters/public.ts'
import type { contract as portal } from '../../contract.ts'
import { NotThere } from './left-out.ts'
import type { Person } from './script.ts'

/** The routes of the county that residents and those whom they meet ask in a play. */
export type County = {
  readonly portal: Router<typeof portal, RequestContext>
  readonly matters: Router<typeof matters, RequestContext>
  readonly 'data-hub': Router<typeof dataHub, RequestContext>
  readonly mandates: Router<typeof mandateContract, RequestContext>
  readonly enterprises: Router<typeof enterpriseContract, RequestContext>
}

export type CountyStage = Stage<County>

/** What a script calls cases, mandates and disputes, and their ids. */
export type Known = Map<string, string>

/** Who plays, and what there is by now. */
export type Cast = { readonly known: Known; readonly people: ReadonlyMap<string, Person> }

/** The person of whom a script tells by that name. */
export function personOf({ people }: Cast, name: string): Person {
  const person = people.get(name)
  if (person === undefined) throw new Error(`nobody is called ${name}`)
  return person
}

/** What stands where a photograph would. */
export function bring(stage: CountyStage, cue: Cue, name: string): Promise<string> {
  const picture = stage.pictures[name.length % stage.pictures.length]
  if (picture === undefined) throw new Error('a play has no pictures')
  return stage.bring(cue, name, picture)
}

/** The id of what a script calls so. Throws `NotThere`. */
export function idOf(known: Known, name: string): string {
  const id = known.get(name)
  if (id === undefined) throw new NotThere(`the script tells of ${name} before it is there`)
  return id
}
