import type { Ladder, PackOrganisation, PackPost } from './pack.ts'
import { placed, type Report } from './report.ts'
import type { Sections } from './sections.ts'

/** The ladders of a county; every level's receiver exists. */
export function laddersOf(
  sections: Sections,
  organisations: readonly PackOrganisation[],
  posts: readonly PackPost[],
  report: Report,
): Ladder[] {
  const ids = new Set<string>(organisations.map(({ id }) => id))
  const postIds = new Set<string>(posts.map(({ id }) => id))
  const templates = new Set(posts.map(({ template }) => template))
  const all = sections.ladders.flatMap((section) => placed(section, section.value.ladders, 'ladders'))
  for (const { item, at } of all)
    item.levels.forEach(({ receiver }, level) => {
      const place = at('levels', level, 'receiver')
      if ('relation' in receiver) {
        if (!templates.has(receiver.post)) report.unknown('post', receiver.post, place)
      } else if (!ids.has(receiver.organisation)) report.unknown('organisation', receiver.organisation, place)
      else if (!postIds.has(`${receiver.organisation}.${receiver.post}`)) report.unknown('post', receiver.post, place)
    })
  return report.unique(all, versioned, 'county.id.duplicate', 'id').map(({ item }) => item)
}

/** A rule's name with its version, as every lamp and every rung quotes it: `standard@1`. */
export function versioned(rule: { readonly id: string; readonly version: number }): string {
  return `${rule.id}@${rule.version}`
}
