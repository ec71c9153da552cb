import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { useMay } from '#platform/web/api/session.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { type LookUpState, lookUpStates } from '../contract/words.ts'
import { api } from './api.ts'
import css from './data.module.css'
import { LookList } from './look-list.tsx'
import { stateWords } from './names.ts'
import { Select } from './select.tsx'
import { SubjectLooks } from './subject-looks.tsx'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['查询记录', 'Look-ups'],
  lead: [
    '每次查询都留痕：单位、岗位、办件、数据项和结果；不存查到的内容，也不存姓名和号码',
    'Every look-up is on record: unit, post, case, fields, result; never what was found, nor names or numbers',
  ],
  dataset: ['数据目录', 'Dataset'],
  state: ['结果', 'Result'],
  all: ['全部', 'All'],
  none: ['没有符合条件的查询', 'No look-up fits'],
  noneHint: ['办件需要数据时会自动查询并记录在这里。', 'Cases look data up by themselves, and it is recorded here.'],
  older: ['更早的', 'Older'],
  newest: ['回到最新', 'Newest'],
  subject: ['查某人数据被谁看过', 'Who looked at somebody'],
} as const

type Address = { dataset?: string; state?: string; before?: string; do?: string }

/** 查询记录: who looked up what, for which case. */
export function Page() {
  const t = useWords(words)
  const [{ dataset, state, before, do: act }, change] = useAddress<Address>()
  const mayAsk = useMay('data-hub.subject')
  const known = lookUpStates.find((one) => one === state)
  const query = useQuery(
    api.looks.queryOptions({
      input: { ...(dataset && { dataset }), ...(known && { state: known }), ...(before && { before }) },
    }),
  )
  return (
    <PageFrame
      title={t.title}
      lead={t.lead}
      actions={mayAsk && <Button onClick={() => change({ do: 'subject' })}>{t.subject}</Button>}
    >
      <Tabs />
      <Filters dataset={dataset} state={known} change={change} />
      <Answered query={query}>
        {({ looks, more }) =>
          looks.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <div className={css.form}>
              <LookList looks={looks} />
              <div className={css.row}>
                {before && <Button onClick={() => change({ before: undefined })}>{t.newest}</Button>}
                {more && <Button onClick={() => change({ before: looks.at(-1)?.at })}>{t.older}</Button>}
              </div>
            </div>
          )
        }
      </Answered>
      {act === 'subject' && mayAsk && (
        <Panel title={t.subject} onClose={() => change({ do: undefined })}>
          <SubjectLooks />
        </Panel>
      )}
    </PageFrame>
  )
}

type FiltersProps = {
  readonly dataset: string | undefined
  readonly state: LookUpState | undefined
  readonly change: (changes: { [K in keyof Address]?: string | undefined }) => void
}

function Filters({ dataset, state, change }: FiltersProps) {
  const t = useWords(words)
  const states = useWords(stateWords)
  const catalogue = useQuery(api.catalogue.queryOptions())
  const datasets = (catalogue.data?.datasets ?? []).map((one) => [one.dataset, one.name] as const)
  return (
    <div className={css.filters}>
      <Select
        label={t.dataset}
        none={t.all}
        value={dataset}
        options={datasets}
        onChange={(next) => change({ dataset: next, before: undefined })}
      />
      <Select
        label={t.state}
        none={t.all}
        value={state}
        options={lookUpStates.map((one) => [one, states[one]] as const)}
        onChange={(next) => change({ state: next, before: undefined })}
      />
    </div>
  )
}
