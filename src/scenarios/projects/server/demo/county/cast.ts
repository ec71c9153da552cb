import { type Seeded, seeded } from '#platform/kernel/seeded.ts'
import type { CountyPack, PackPerson, PackPost } from '#platform/server/county/index.ts'
import type { MadePlan, PlannedStep } from './make-plans.ts'

/** Who leads each project by its key, and who owns each leaf by key and code: logins. */
export type Cast = { readonly leads: ReadonlyMap<string, string>; readonly owners: ReadonlyMap<string, string> }

/** People of the county who take part already, as the scripts have them, and how many are to take part in all. */
export type Wanted = { readonly people: number; readonly taken: ReadonlySet<string>; readonly seed: string }

const leading = ['projects.import', 'projects.lead', 'projects.accept']

/**
 * Gives every project a lead and every leaf an owner in its unit, so that exactly so many people take part: each unit's leaves are
 * shared by a number of its people that follows from how many leaves it has.
 */
export function castOf(plans: readonly MadePlan[], pack: CountyPack, wanted: Wanted): Cast {
  const chance = seeded(`${wanted.seed}/cast`)
  const staff = staffOf(pack, wanted.taken, chance)
  const leads = leadsOf(plans, staff)
  const taken = new Set([...wanted.taken, ...leads.values()])
  const leaves = leavesByUnit(plans)
  const pools = new Map([...leaves.keys()].map((unit) => [unit, staff.of(unit).filter((login) => !taken.has(login))]))
  const empty = [...pools].filter(([, pool]) => pool.length === 0).map(([unit]) => unit)
  if (empty.length > 0) throw new Error(`nobody is left to work in ${empty.join(', ')}`)
  const sizes = shareOut(wanted.people - taken.size, leaves, pools)
  const owners = new Map<string, string>()
  for (const [unit, mine] of leaves) {
    const pool = (pools.get(unit) ?? []).slice(0, sizes.get(unit))
    const rest = chance.shuffled(mine)
    for (const [index, leaf] of rest.entries())
      owners.set(leaf, (index < pool.length ? pool[index] : chance.pick(pool)) ?? '')
  }
  return { leads, owners }
}

/** The name of a leaf in the county. */
export function leafName({ key }: Pick<MadePlan, 'key'>, { code }: Pick<PlannedStep, 'code'>): string {
  return `${key} ${code}`
}

function staffOf(pack: CountyPack, taken: ReadonlySet<string>, chance: Seeded) {
  const posts = new Map<string, PackPost>(pack.posts.map((post) => [post.id, post]))
  const listed = new Set(pack.accounts.map(({ login }) => login))
  const units = new Map<string, { readonly person: PackPerson; readonly post: PackPost }[]>()
  for (const person of chance.shuffled(pack.people)) {
    const post = posts.get(person.posts[0] ?? '')
    if (post === undefined || post.administrator !== undefined || !person.onPhone || listed.has(person.login)) continue
    units.set(post.organisation, [...(units.get(post.organisation) ?? []), { person, post }])
  }
  const ranked = (unit: string) => units.get(unit) ?? []
  return {
    /** Its people, heads last: those whose name is theirs alone in the unit. */
    of: (unit: string) => {
      const alike = Map.groupBy(ranked(unit), ({ person }) => person.name)
      const heads = ({ post }: { readonly post: PackPost }) => Number(post.template === 'director')
      return ranked(unit)
        .filter(({ person }) => alike.get(person.name)?.length === 1)
        .sort((a, b) => heads(a) - heads(b))
        .map(({ person }) => person.login)
    },
    /** Those who may lead a project for it, heads last. */
    leading: (unit: string) =>
      ranked(unit)
        .filter(({ post }) => leading.every((permission) => post.permissions[permission] !== undefined))
        .sort((a, b) => (a.post.seats === b.post.seats ? 0 : b.post.seats - a.post.seats))
        .map(({ person }) => person.login)
        .filter((login) => !taken.has(login)),
  }
}

const projectsEach = 2

function leadsOf(plans: readonly MadePlan[], staff: ReturnType<typeof staffOf>): Map<string, string> {
  const leads = new Map<string, string>()
  for (const [unit, mine] of Map.groupBy(plans, ({ lead }) => lead)) {
    const pool = staff.leading(unit).slice(0, Math.ceil(mine.length / projectsEach))
    if (pool.length === 0) throw new Error(`nobody in ${unit} may lead a project`)
    for (const [index, { key }] of mine.entries()) leads.set(key, pool[index % pool.length] ?? '')
  }
  return leads
}

function leavesByUnit(plans: readonly MadePlan[]): Map<string, string[]> {
  const leaves = plans.flatMap((plan) =>
    plan.phases.flatMap(({ steps }) => steps.map((step) => ({ unit: step.unit, name: leafName(plan, step) }))),
  )
  const byUnit = Map.groupBy(leaves, ({ unit }) => unit)
  return new Map([...byUnit].map(([unit, mine]) => [unit, mine.map(({ name }) => name)]))
}

/** How many people of each unit: one each, then always one more where most leaves fall to one. */
function shareOut(
  people: number,
  leaves: ReadonlyMap<string, readonly string[]>,
  pools: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const sizes = new Map([...leaves.keys()].map((unit) => [unit, 1]))
  const limit = (unit: string) => Math.min(leaves.get(unit)?.length ?? 0, pools.get(unit)?.length ?? 0)
  for (let left = people - sizes.size; left > 0; left -= 1) {
    const open = [...sizes].filter(([unit, size]) => size < limit(unit))
    const load = ([unit, size]: readonly [string, number]) => (leaves.get(unit)?.length ?? 0) / size
    const [first] = open.sort((a, b) => load(b) - load(a))
    if (first === undefined) throw new Error(`${left} people too many for so few leaves`)
    sizes.set(first[0], first[1] + 1)
  }
  return sizes
}
