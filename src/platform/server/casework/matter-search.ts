import { inForce } from '#platform/kernel/in-force.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { type SearchIndex, searchIndex } from '#platform/server/search/index.ts'
import type { Matter } from './domain/matter.ts'

type Built = {
  readonly rules: CountyRules
  readonly day: string
  readonly index: SearchIndex
  readonly all: readonly Matter[]
}

const most = 30

/**
 * Finds matters by what people say, by pinyin and in spite of typing errors; all of them, in the order of the pack, where nothing is
 * asked. Indexed again when the county's rules change, and each day.
 * @example const search = matterSearch(services); search('租房提公积金')[0]?.id // 'rent-withdrawal'
 */
export function matterSearch({
  rules,
  clock,
}: Pick<Services, 'rules' | 'clock'>): (question: string) => readonly Matter[] {
  let built: Built | undefined
  const current = (): Built => {
    const now = clock.now().getTime()
    if (built?.rules !== rules() || built.day !== dateOf(now)) {
      const all = inForce(rules().documents('matter'), now)
      built = { rules: rules(), day: dateOf(now), index: searchIndex(all), all }
    }
    return built
  }
  return (question) => {
    const { index, all } = current()
    if (question.trim() === '') return all
    return index.search(question, most).flatMap(({ id }) => all.filter((matter) => matter.id === id))
  }
}
