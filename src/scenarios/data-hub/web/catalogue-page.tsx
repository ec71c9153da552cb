import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { TextField } from '#platform/web/parts/field.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Figure } from '#platform/web/vocabulary/figure.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { DatasetLine } from '../contract/parts.ts'
import { api } from './api.ts'
import css from './data.module.css'
import { DatasetList } from './dataset-list.tsx'
import { sharingWords } from './names.ts'
import { Select } from './select.tsx'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['公共数据目录', 'Catalogue of public data'],
  lead: [
    '数据留在各部门，办事时按授权查询；谁查过，本人都能看到',
    'Data stays with its owner and is looked up by grant; whoever is looked up can see it',
  ],
  datasets: ['数据目录', 'Datasets'],
  datasetsHow: ['县区数据包中生效的目录', 'Datasets of the county pack that are in force'],
  looks: ['今日查询', 'Look-ups today'],
  looksHow: ['今天零时以来发起的查询，含被拒绝的', 'Look-ups since midnight, refused ones too'],
  waiting: ['等待部门答复', 'Waiting'],
  waitingHow: [
    '部门没有答复、平台会再问的查询',
    'Look-ups that a department has not answered and that are asked again',
  ],
  disputes: ['异议待答复', 'Disputes open'],
  disputesHow: ['数据被指有误、归口单位尚未答复', 'Data said to be wrong, its owner has not answered yet'],
  unitOf: ['项', ''],
  times: ['次', ''],
  search: ['查找', 'Search'],
  searchHint: ['名称或单位', 'Name or owner'],
  sharing: ['共享属性', 'Sharing'],
  owner: ['提供单位', 'Owner'],
  all: ['全部', 'All'],
  none: ['没有符合条件的目录', 'No dataset fits'],
  noneHint: ['换一个名称或单位再找。', 'Try another name or owner.'],
  workbook: ['导出 Excel', 'As a spreadsheet'],
} as const

type Filter = { q?: string; sharing?: string; owner?: string }

/** 目录: what data there is, who holds it, how it is shared and how it is answered. */
export function Page() {
  const t = useWords(words)
  const [filter, change] = useAddress<Filter>()
  const query = useQuery(api.catalogue.queryOptions({ refetchInterval: 60_000 }))
  return (
    <PageFrame
      title={t.title}
      lead={t.lead}
      actions={
        <a href="/api/data/catalogue.xlsx" download>
          <Icon name="download" size={18} /> {t.workbook}
        </a>
      }
    >
      <Tabs />
      <Answered query={query}>
        {({ datasets, looksToday, waiting, disputes }) => (
          <>
            <div className={css.figures}>
              <Figure label={t.datasets} value={datasets.length} unit={t.unitOf} definition={t.datasetsHow} />
              <Figure label={t.looks} value={looksToday} unit={t.times} definition={t.looksHow} />
              <Figure label={t.waiting} value={waiting} unit={t.times} definition={t.waitingHow} />
              <Figure label={t.disputes} value={disputes} unit={t.unitOf} definition={t.disputesHow} />
            </div>
            <Filters datasets={datasets} filter={filter} change={change} />
            <Found datasets={datasets.filter((one) => fits(one, filter))} />
          </>
        )}
      </Answered>
    </PageFrame>
  )
}

type FiltersProps = {
  readonly datasets: readonly DatasetLine[]
  readonly filter: Filter
  readonly change: (changes: { [K in keyof Filter]?: string | undefined }) => void
}

function Filters({ datasets, filter, change }: FiltersProps) {
  const t = useWords(words)
  const sharing = useWords(sharingWords)
  const owners = [...new Map(datasets.map(({ owner }) => [owner.id, owner.name]))]
  return (
    <div className={css.filters}>
      <TextField
        label={t.search}
        placeholder={t.searchHint}
        value={filter.q ?? ''}
        onChange={(event) => change({ q: event.target.value || undefined })}
      />
      <Select
        label={t.sharing}
        none={t.all}
        value={filter.sharing}
        options={Object.entries(sharing)}
        onChange={(next) => change({ sharing: next })}
      />
      <Select
        label={t.owner}
        none={t.all}
        value={filter.owner}
        options={owners}
        onChange={(next) => change({ owner: next })}
      />
    </div>
  )
}

function Found({ datasets }: { readonly datasets: readonly DatasetLine[] }) {
  const t = useWords(words)
  if (datasets.length === 0) return <EmptyState title={t.none}>{t.noneHint}</EmptyState>
  return <DatasetList datasets={datasets} />
}

function fits(one: DatasetLine, { q = '', sharing, owner }: Filter): boolean {
  const text = q.trim().toLowerCase()
  const told = `${one.name} ${one.english} ${one.dataset} ${one.owner.name}`.toLowerCase()
  return told.includes(text) && (!sharing || one.sharing === sharing) && (!owner || one.owner.id === owner)
}
