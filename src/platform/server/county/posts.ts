import { type Scope, widest } from '#platform/kernel/actor.ts'
import type { PostId } from '#platform/kernel/ids.ts'
import { mayHold } from '#platform/server/identity/domain/administrators.ts'
import type { PackOrganisation, PackPost } from './pack.ts'
import { type Placed, placed, type Report } from './report.ts'
import type { Section, Sections } from './sections.ts'

type Role = Sections['roles'][number]['value']['roles'][string]
type Template = Sections['posts'][number]['value']['posts'][number]

/** The posts of a county: each template spread over the organisations that it is for, with what its roles allow. */
export function postsOf(
  sections: Sections,
  organisations: readonly PackOrganisation[],
  known: ReadonlySet<string>,
  report: Report,
): PackPost[] {
  const roles = rolesOf(sections.roles, known, report)
  const templates = sections.posts.flatMap((section) => placed(section, section.value.posts, 'posts'))
  const posts = templates.flatMap((template) => {
    checkTemplate(template, roles, organisations, report)
    return spread(template.item, organisations, roles).map((item): Placed<PackPost> => ({ item, at: template.at }))
  })
  return report.unique(posts, ({ id }) => id, 'county.id.duplicate', 'id').map(({ item }) => item)
}

function rolesOf(sections: Sections['roles'], known: ReadonlySet<string>, report: Report): Map<string, Role> {
  for (const section of sections)
    for (const [id, role] of Object.entries(section.value.roles)) checkRole(section, id, role, known, report)
  return new Map(sections.flatMap(({ value }) => Object.entries(value.roles)))
}

function checkRole(
  section: Section<unknown>,
  id: string,
  role: Role,
  known: ReadonlySet<string>,
  report: Report,
): void {
  for (const { item, at } of placed(section, role.permissions, 'roles', id, 'permissions')) {
    const { permission } = item
    if (!known.has(permission)) report.add('county.permission.unknown', at('permission'), { permission })
    else if (!mayHold(role.administrator, permission))
      report.add('county.permission.foreign', at('permission'), { role: id, permission })
  }
}

function checkTemplate(
  { item, at }: Placed<Template>,
  roles: ReadonlyMap<string, Role>,
  organisations: readonly PackOrganisation[],
  report: Report,
): void {
  const kinds = new Set(organisations.map(({ kind }) => kind))
  const ids = new Set<string>(organisations.map(({ id }) => id))
  item.roles.forEach((role, index) => {
    if (!roles.has(role)) report.unknown('role', role, at('roles', index))
  })
  item.for.kinds.forEach((kind, index) => {
    if (!kinds.has(kind)) report.unknown('organisationKind', kind, at('for', 'kinds', index))
  })
  item.for.organisations.forEach((id, index) => {
    if (!ids.has(id)) report.unknown('organisation', id, at('for', 'organisations', index))
  })
  for (const kind of Object.keys(item.titles))
    if (!item.for.kinds.includes(kind)) report.unknown('organisationKind', kind, at('titles', kind))
  if (item.roles.length > 1 && item.roles.some((role) => roles.get(role)?.administrator !== undefined))
    report.add('county.administrator.mixed', at('roles'), { post: item.id })
}

function spread(
  template: Template,
  organisations: readonly PackOrganisation[],
  roles: ReadonlyMap<string, Role>,
): PackPost[] {
  const held = template.roles.flatMap((role) => roles.get(role) ?? [])
  const permissions = union(held.flatMap((role) => role.permissions))
  return organisations
    .filter(({ id, kind }) => template.for.kinds.includes(kind) || template.for.organisations.includes(id))
    .map((organisation) => ({
      id: `${organisation.id}.${template.id}` as PostId,
      organisation: organisation.id,
      template: template.id,
      title: template.titles[organisation.kind] ?? template.title,
      english: template.english,
      seats: template.seats,
      roles: template.roles,
      permissions,
      administrator: held.find((role) => role.administrator !== undefined)?.administrator,
    }))
}

function union(grants: Role['permissions']): Record<string, Scope> {
  const permissions: Record<string, Scope> = {}
  for (const { permission, scope } of grants) permissions[permission] = widest(permissions[permission] ?? scope, scope)
  return permissions
}
