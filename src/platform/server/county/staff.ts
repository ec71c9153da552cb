import { v5 as uuidFrom } from 'uuid'
import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { inventedName } from './invented-name.ts'
import type { DemoAccount, PackOrganisation, PackPerson, PackPost } from './pack.ts'
import { type Placed, placed, type Report } from './report.ts'
import type { Sections } from './sections.ts'

const namespace = '5b0c1f6e-6c1a-5a57-9d0e-3c4f5d7a3311'

type Staff = Sections['staff'][number]['value']
type KindOf = ReadonlyMap<string, string>

/** The invented people of a demonstration county: those listed, then as many as each generated post still wants. */
export function peopleOf(
  sections: Sections,
  county: string,
  organisations: readonly PackOrganisation[],
  posts: readonly PackPost[],
  report: Report,
): PackPerson[] {
  const kinds = new Map<string, string>(organisations.map(({ id, kind }) => [id, kind]))
  const byId = new Map<string, PackPost>(posts.map((post) => [post.id, post]))
  return sections.staff.flatMap((section) => {
    const listed = placed(section, section.value.people, 'people').map(({ item, at }): Placed<PackPerson> => {
      item.posts.forEach((post, index) => {
        if (!byId.has(post)) report.unknown('post', post, at('posts', index))
      })
      const person = { ...item, id: personId(county, item.login), posts: item.posts as PostId[], onPhone: true }
      return { at, item: person }
    })
    const generated = generate(section.value, county, posts, kinds)
    const at = () => section.source.locate(['generate'])
    const people = [...listed, ...generated.map((item): Placed<PackPerson> => ({ item, at }))]
    const unique = report.unique(people, ({ login }) => login, 'county.id.duplicate', 'login')
    checkSeats(unique, byId, report)
    checkAdministrators(unique, byId, report)
    return unique.map(({ item }) => item)
  })
}

/** The accounts that a demonstration county opens at its first start. */
export function accountsOf(sections: Sections, people: readonly PackPerson[], report: Report): DemoAccount[] {
  const byLogin = new Map(people.map((person) => [person.login, person.id]))
  return sections.accounts.flatMap((section) =>
    placed(section, section.value.accounts, 'accounts').flatMap(({ item, at }) => {
      const person = byLogin.get(item.login)
      if (person !== undefined) return [{ ...item, person }]
      report.unknown('person', item.login, at('login'))
      return []
    }),
  )
}

function generate(staff: Staff, county: string, posts: readonly PackPost[], kinds: KindOf): PackPerson[] {
  const held = new Map<string, number>()
  for (const post of staff.people.flatMap((person) => person.posts)) held.set(post, (held.get(post) ?? 0) + 1)
  return staff.generate.flatMap((block) =>
    posts
      .filter((post) => post.template === block.post && isFor(block, post, kinds))
      .flatMap((post) => {
        const from = held.get(post.id) ?? 0
        held.set(post.id, Math.max(from, block.each))
        return Array.from({ length: Math.max(block.each - from, 0) }, (_, index) =>
          invented({ seed: staff.seed, county, post: post.id, number: from + index + 1, onPhone: block.onPhone }),
        )
      }),
  )
}

type Wanted = {
  readonly seed: number
  readonly county: string
  readonly post: PostId
  readonly number: number
  readonly onPhone: number | undefined
}

function invented({ seed, county, post, number, onPhone }: Wanted): PackPerson {
  const login = number === 1 ? post : `${post}${number}`
  const name = inventedName(`${seed}/${login}`)
  return { id: personId(county, login), login, name, posts: [post], onPhone: number <= (onPhone ?? number) }
}

function isFor(block: Staff['generate'][number], post: PackPost, kinds: KindOf): boolean {
  return block.kinds.includes(kinds.get(post.organisation) ?? '') || block.organisations.includes(post.organisation)
}

function personId(county: string, login: string): PersonId {
  return uuidFrom(`${county}/${login}`, namespace) as PersonId
}

function checkSeats(people: readonly Placed<PackPerson>[], posts: ReadonlyMap<string, PackPost>, report: Report): void {
  const holders = Map.groupBy(
    people.flatMap(({ item, at }) => item.posts.map((post) => ({ post, at }))),
    ({ post }) => post,
  )
  for (const [post, held] of holders) {
    const seats = posts.get(post)?.seats ?? held.length
    const last = held[seats]
    if (last) report.add('county.post.seats', last.at('posts'), { post, seats, count: held.length })
  }
}

function checkAdministrators(
  people: readonly Placed<PackPerson>[],
  posts: ReadonlyMap<string, PackPost>,
  report: Report,
): void {
  for (const { item, at } of people) {
    const held = item.posts.filter((post) => posts.get(post)?.administrator !== undefined)
    const [first, second] = held
    if (first !== undefined && second !== undefined)
      report.add('county.administrator.twice', at('posts'), { person: item.name, first, second })
  }
}
