import { type CatalogueMatter, type Link, linksOf } from './catalogue.ts'

/*
 * Which K links, built next, free the most cases from a trip? A matter is freed when every link that it needs is built. With x for links
 * and y for matters:  maximise Σ cases·y  subject to  y ≤ x for each link that the matter needs,  Σ x ≤ K,  x binary, 0 ≤ y ≤ 1.
 * y needs no integrality of its own: at the best it is the smallest of its x.
 */

/** A catalogue as the plan sees it: the links there are, and of each needy matter the places of those that it needs. */
export type LinkProblem = {
  readonly links: readonly Link[]
  readonly matters: readonly { readonly cases: number; readonly needs: readonly number[] }[]
}

/** Which links to build, in their order, and what that frees. */
export type LinkPlan = { readonly links: readonly number[]; readonly matters: number; readonly cases: number }

/** The problem of a catalogue; matters that need the same links are one, with their cases together. */
export function linkProblem(matters: readonly CatalogueMatter[]): LinkProblem & { readonly counts: readonly number[] } {
  const places = new Map<string, number>()
  const links: Link[] = []
  const together = new Map<string, { cases: number; count: number; needs: readonly number[] }>()
  for (const matter of matters) {
    const needs = linksOf(matter).map((link) => {
      const key = `${link.holder}\n${link.name}`
      const place = places.get(key) ?? links.push(link) - 1
      places.set(key, place)
      return place
    })
    if (needs.length === 0) continue
    const key = needs.toSorted((a, b) => a - b).join()
    const known = together.get(key) ?? { cases: 0, count: 0, needs: needs.toSorted((a, b) => a - b) }
    together.set(key, { ...known, cases: known.cases + matter.cases, count: known.count + 1 })
  }
  const all = [...together.values()]
  return { links, matters: all, counts: all.map(({ count }) => count) }
}

/** The problem as text in the LP format, for a solver. */
export function asLinearProgramme({ links, matters }: LinkProblem, most: number): string {
  const objective = matters.map(({ cases }, m) => `${cases} y${m}`).join(' + ')
  const needs = matters.flatMap((matter, m) => matter.needs.map((x) => ` n${m}_${x}: y${m} - x${x} <= 0`))
  const budget = ` k: ${links.map((_, x) => `x${x}`).join(' + ')} <= ${most}`
  const bounds = matters.map((_, m) => ` 0 <= y${m} <= 1`)
  return [
    ...['Maximize', ` o: ${objective}`, 'Subject To', ...needs, budget],
    ...['Bounds', ...bounds, 'Binary', ` ${links.map((_, x) => `x${x}`).join(' ')}`, 'End', ''],
  ].join('\n')
}

/** What a choice of links frees. */
export function freedBy({ matters }: LinkProblem, counts: readonly number[], links: readonly number[]): LinkPlan {
  const built = new Set(links)
  const freed = matters.flatMap(({ needs, cases }, index) =>
    needs.every((link) => built.has(link)) ? [{ cases, count: counts[index] ?? 0 }] : [],
  )
  return {
    links: links.toSorted((a, b) => a - b),
    matters: freed.reduce((sum, { count }) => sum + count, 0),
    cases: freed.reduce((sum, { cases }) => sum + cases, 0),
  }
}

/**
 * What an office does that goes by its nose: again and again the link that frees most cases at once, and where none does, the one that most
 * cases wait for.
 */
export function greedyPlan(problem: LinkProblem, counts: readonly number[], most: number): LinkPlan {
  const built: number[] = []
  while (built.length < Math.min(most, problem.links.length)) {
    const open = problem.links.map((_, link) => link).filter((link) => !built.includes(link))
    const gain = (link: number) => freedBy(problem, counts, [...built, link]).cases
    const waiting = (link: number) =>
      problem.matters.reduce((sum, { needs, cases }) => sum + (needs.includes(link) ? cases / needs.length : 0), 0)
    built.push(open.toSorted((a, b) => gain(b) - gain(a) || waiting(b) - waiting(a) || a - b)[0] ?? 0)
  }
  return freedBy(problem, counts, built)
}
