import type { CountyPack } from '#platform/server/county/index.ts'

const permission = 'projects.approve'

/** Who approves what a lead proposes: somebody else of their unit who may, else somebody who may in the whole county. */
export function approverOf({ people, posts, organisations }: CountyPack, lead: string) {
  const may = new Map<string, (typeof posts)[number]>(
    posts.filter(({ permissions }) => permissions[permission] !== undefined).map((post) => [post.id, post]),
  )
  const unit = posts.find(({ id }) => id === people.find(({ login }) => login === lead)?.posts[0])?.organisation
  const able = people.flatMap(({ login, posts: held }) => {
    const post = login === lead ? undefined : may.get(held[0] ?? '')
    return post ? [{ login, post }] : []
  })
  const found =
    able.find(({ post }) => post.organisation === unit) ??
    able.find(({ post }) => post.permissions[permission] === 'jurisdiction')
  if (found === undefined) throw new Error(`nobody may approve what ${lead} proposes`)
  const { shortName } = organisations.find(({ id }) => id === found.post.organisation) ?? {}
  return { login: found.login, unit: shortName }
}
