import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { clientOf } from '#platform/web/api/client.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import { type Analysis, contract, type Plans } from '../contract.ts'
import css from './catalogue.module.css'

const api = clientOf('catalogue', contract)

const words = {
  title: ['事项目录分析', 'Catalogue analysis'],
  lead: [
    '哪些事项要别的部门的材料，接下来打通哪几项数据最能让人少跑',
    'Which links to data would free most cases from a trip',
  ],
  own: ['目录文件', 'A catalogue'],
  upload: [
    '上传自己的目录（Excel 或 CSV）；不上传时分析示例目录',
    'Bring your own catalogue; else the example is analysed',
  ],
  download: ['下载示例目录（CSV），照它的列填写', 'Download the example (CSV): its columns are those of a catalogue'],
  back: ['看示例目录', 'Back to the example'],
  whose: ['是哪些，请主管单位补上材料由谁掌握', 'Which ones: their authorities have still to say who holds the papers'],
  shape: ['目录概况', 'The catalogue'],
  matters: ['事项', 'Matters'],
  alone: ['不需要其他部门的材料', 'Need nothing of others'],
  others: ['需要其他部门的材料', 'Need others'],
  unclear: ['没写明材料由谁掌握', 'Unclear'],
  cases: ['年办件量', 'Cases a year'],
  piece: [(count: number) => `${count} 项`, (count: number) => `${count}`],
  year: [(count: number) => `${count.toLocaleString('zh-CN')} 件`, (count: number) => count.toLocaleString('en-GB')],
  plans: ['打通几项，能让多少件不再跑', 'Plans'],
  solving: ['正在求最优方案并证明，约几秒 …', 'Finding the best plans and proving it, a few seconds …'],
  most: ['打通', 'Links'],
  freed: ['每年少跑', 'Cases freed'],
  freedMatters: ['事项', 'Matters'],
  greedy: ['按直觉逐项挑', 'Greedy'],
  proved: ['已证明最优', 'Proved optimal'],
  best: ['目前最好', 'Best found'],
  proof: ['证明', 'Proof'],
  which: [(most: number) => `打通 ${most} 项时，建议打通`, (most: number) => `The ${most} links to build`],
  link: ['数据', 'Data'],
  holder: ['掌握部门', 'Holder'],
} as const

/** Catalogue analysis: what a catalogue comes to, and what to link next. */
export function Page() {
  const t = useWords(words)
  const uploads = useUploads()
  const [{ file = 'example' }, change] = useAddress<{ file?: string; k?: string }>()
  const latest = uploads.files.at(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new file changes the address, which a reload keeps
  useEffect(() => void (latest && change({ file: latest, k: undefined })), [latest])
  const query = useQuery(api.analysis.queryOptions({ input: { file } }))
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <div className={css.stack}>
        <Card>
          <EvidencePicker uploads={uploads} title={t.own} hint={t.upload} filesOnly />
          <p className={css.offers}>
            <a href="/api/catalogue-example.csv">{t.download}</a>
            {file !== 'example' && <Button onClick={() => change({ file: undefined, k: undefined })}>{t.back}</Button>}
          </p>
        </Card>
        <Answered query={query}>{(analysis) => <Result file={file} analysis={analysis} />}</Answered>
      </div>
    </PageFrame>
  )
}

function Result({ file, analysis }: { readonly file: string; readonly analysis: Analysis }) {
  const t = useWords(words)
  const query = useQuery(api.plans.queryOptions({ input: { file }, staleTime: Number.POSITIVE_INFINITY }))
  return (
    <>
      <Card title={dotted(t.shape, analysis.name)}>
        <Facts
          rows={[
            [t.matters, t.piece(analysis.matters)],
            [t.alone, t.piece(analysis.alone)],
            [t.others, t.piece(analysis.others)],
            [t.unclear, t.piece(analysis.unclear)],
            [t.cases, t.year(analysis.cases)],
          ]}
        />
        <Unclear matters={analysis.unclearMatters} />
      </Card>
      {query.isPending && <p role="status">{t.solving}</p>}
      <Answered query={query}>{({ plans }) => <Solved analysis={analysis} plans={plans} />}</Answered>
    </>
  )
}

function Unclear({ matters }: { readonly matters: Analysis['unclearMatters'] }) {
  const t = useWords(words)
  if (matters.length === 0) return null
  return (
    <details>
      <summary>{dotted(t.unclear, t.piece(matters.length), t.whose)}</summary>
      <ul className={css.list}>
        {matters.map(({ code, name, authority }) => (
          <li key={code}>{dotted(name, authority, code)}</li>
        ))}
      </ul>
    </details>
  )
}

type Plan = Plans['plans'][number]

function Solved({ analysis, plans }: { readonly analysis: Analysis; readonly plans: readonly Plan[] }) {
  const t = useWords(words)
  const [{ k }, change] = useAddress<{ k?: string }>()
  const plan = plans.find(({ most }) => String(most) === (k ?? '10')) ?? plans.at(-1)
  return (
    <>
      <Card title={t.plans}>
        <div className={css.plans}>
          <PlanTable plans={plans} chosen={plan?.most} onChoose={(most) => change({ k: String(most) })} />
        </div>
      </Card>
      {plan && (
        <Card title={t.which(plan.most)}>
          <Links analysis={analysis} plan={plan} />
        </Card>
      )}
    </>
  )
}

function Links({ analysis, plan }: { readonly analysis: Analysis; readonly plan: Plan }) {
  const t = useWords(words)
  return (
    <Table heads={[t.link, t.holder, t.freedMatters]}>
      {plan.links.map((at) => (
        <tr key={at}>
          <td>{analysis.links[at]?.name}</td>
          <td>{analysis.links[at]?.holder}</td>
          <td>{t.piece(analysis.links[at]?.matters ?? 0)}</td>
        </tr>
      ))}
    </Table>
  )
}

type PlanTableProps = {
  readonly plans: readonly Plan[]
  readonly chosen: number | undefined
  readonly onChoose: (most: number) => void
}

function PlanTable({ plans, chosen, onChoose }: PlanTableProps) {
  const t = useWords(words)
  return (
    <Table heads={[t.most, t.freed, t.freedMatters, t.greedy, t.proof]}>
      {plans.map(({ most, cases, matters, greedyCases, isProved }) => (
        <tr key={most} aria-current={most === chosen ? 'true' : undefined}>
          <td>
            <button type="button" className={css.choose} onClick={() => onChoose(most)}>
              {t.piece(most)}
            </button>
          </td>
          <td>{t.year(cases)}</td>
          <td>{t.piece(matters)}</td>
          <td>{t.year(greedyCases)}</td>
          <td>{isProved ? t.proved : t.best}</td>
        </tr>
      ))}
    </Table>
  )
}

/** A table by its heads; its rows are the children. */
function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
