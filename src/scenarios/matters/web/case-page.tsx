import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Trail } from '#platform/web/vocabulary/trail.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import { api } from './api.ts'
import { CaseActs } from './case-acts.tsx'
import { CaseMaterials } from './case-materials.tsx'
import { CaseStanding } from './case-standing.tsx'
import { CaseSteps } from './case-steps.tsx'
import css from './cases.module.css'

const words = {
  case: ['办件', 'Case'],
  back: ['办件', 'Cases'],
  form: ['申请内容', 'What was asked'],
  materials: ['材料和数据', 'Materials and data'],
  steps: ['办理步骤', 'Steps'],
  trail: ['过程', 'Trail'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
} as const

/** One case: how it stands, what to do next, what data brought, the story. */
export function Page() {
  const either = useEither()
  const t = useWords(words)
  const { case: id } = useParams({ strict: false }) as { case: string }
  const query = useQuery(api.case.queryOptions({ input: { case: id }, refetchInterval: 60_000 }))
  const { data } = query
  return (
    <PageFrame
      title={data ? either(data.matter.name, data.matter.english) : t.case}
      lead={data ? dotted(data.number, data.applicant, data.authority.name) : ' '}
      back={{ to: '/cases', label: t.back }}
    >
      <Answered query={query}>{(view) => <Record view={view} />}</Answered>
    </PageFrame>
  )
}

function Record({ view }: { readonly view: CaseView }) {
  const either = useEither()
  const t = useWords(words)
  const told = (value: CaseView['form'][number]['value']) =>
    typeof value === 'boolean' ? (value ? t.yes : t.no) : String(value ?? '')
  const story = view.story.toReversed()
  return (
    <div className={css.record}>
      <div className={css.stack}>
        <CaseActs view={view} />
        <Card title={t.materials}>
          <CaseMaterials materials={view.materials} />
        </Card>
        {view.form.length > 0 && (
          <Card title={t.form}>
            <Facts
              rows={view.form.map(({ label, english, value, unit }) => [
                either(label, english),
                `${told(value)}${unit ? ` ${unit}` : ''}`,
              ])}
            />
          </Card>
        )}
        <Card title={t.steps}>
          <CaseSteps steps={view.steps} />
        </Card>
        <Card title={t.trail}>
          <Trail
            steps={story.map(({ entry, at, by, byEnglish, words: sentence, english }) => ({
              ...{ entry, at },
              by: either(by, byEnglish),
              sentence: either(sentence, english),
              note: '',
              evidence: [],
            }))}
          />
        </Card>
      </div>
      <aside className={css.stack}>
        <CaseStanding view={view} />
      </aside>
    </div>
  )
}
