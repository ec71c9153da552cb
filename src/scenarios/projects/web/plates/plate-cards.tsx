import { useQuery } from '@tanstack/react-query'
import { Card } from '#platform/web/parts/card.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { PlateView } from '../../contract/plates.ts'
import { api } from '../api.ts'
import { PlateList } from './plate-list.tsx'
import css from './plates.module.css'

const words = {
  title: ['三色牌', 'Monthly plates'],
  before: [(count: number) => `更早的 ${count} 块`, (count: number) => `${count} earlier`],
} as const

/** The plates of a project; nothing before its first month is closed. */
export function ProjectPlates({ project }: { readonly project: string }) {
  const { data } = useQuery(api.projectPlates.queryOptions({ input: { project }, staleTime: 60_000 }))
  return <PlateCard plates={data?.plates ?? []} />
}

/** The plates of a unit in the last months. */
export function UnitPlates({ unit }: { readonly unit: string }) {
  const { data } = useQuery(api.unitPlates.queryOptions({ input: { unit, months: 6 }, staleTime: 60_000 }))
  return <PlateCard plates={data?.plates ?? []} withProject />
}

function PlateCard({
  plates,
  withProject = false,
}: {
  readonly plates: readonly PlateView[]
  readonly withProject?: boolean
}) {
  const t = useWords(words)
  const latest = plates[0]?.month
  if (latest === undefined) return null
  const before = plates.filter(({ month }) => month !== latest)
  return (
    <Card title={t.title}>
      <PlateList plates={plates.filter(({ month }) => month === latest)} withProject={withProject} />
      {before.length > 0 && (
        <details className={css.before}>
          <summary>{t.before(before.length)}</summary>
          <PlateList plates={before} withProject={withProject} />
        </details>
      )}
    </Card>
  )
}
