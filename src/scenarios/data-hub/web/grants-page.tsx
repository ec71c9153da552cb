import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { TextField } from '#platform/web/parts/field.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './data.module.css'
import { GrantList } from './grant-list.tsx'
import { grantStateWords } from './names.ts'
import { Select } from './select.tsx'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['授权', 'Grants'],
  lead: [
    '没有授权就查不到；每项授权都写明单位、数据项、事项、依据和期限',
    'No grant, no look-up: each says to whom, of what, for which matters, by which law and until when',
  ],
  search: ['查找', 'Search'],
  hint: ['单位、目录或事项', 'Unit, dataset or matter'],
  state: ['状态', 'State'],
  all: ['全部', 'All'],
} as const

/** 授权: every grant there is. */
export function Page() {
  const t = useWords(words)
  const states = useWords(grantStateWords)
  const [{ q = '', state }, change] = useAddress<{ q?: string; state?: string }>()
  const query = useQuery(api.grants.queryOptions())
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Tabs />
      <div className={css.filters}>
        <TextField
          label={t.search}
          placeholder={t.hint}
          value={q}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
        <Select
          label={t.state}
          none={t.all}
          value={state}
          options={Object.entries(states)}
          onChange={(next) => change({ state: next })}
        />
      </div>
      <Answered query={query}>
        {({ grants }) => (
          <GrantList
            withDataset
            grants={grants.filter(
              (one) =>
                (!state || one.state === state) &&
                `${one.datasetName} ${one.organisation.name} ${one.matters.join(' ')}`.includes(q.trim()),
            )}
          />
        )}
      </Answered>
    </PageFrame>
  )
}
