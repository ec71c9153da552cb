import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Card } from '#platform/web/parts/card.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '../contract/views.ts'
import { api } from './api.ts'
import css from './cases.module.css'
import type { KeptAtWindow } from './kept-at-window.ts'
import { TakeForm } from './take-form.tsx'

const words = {
  matter: ['收件', 'Take a request'],
  back: ['综合窗口', 'Window'],
  data: ['数据会带来的，不用收纸', 'What data brings: no paper'],
  none: ['没有', 'Nothing'],
  conditions: ['办理条件', 'Conditions'],
  basis: ['依据', 'Law'],
  days: [
    (promised: number, legal: number) => `承诺 ${promised} 个工作日，法定 ${legal} 个工作日`,
    (promised: number, legal: number) => `promised ${promised}, legal ${legal} working days`,
  ],
  fee: [
    (fee: number) => (fee === 0 ? '不收费' : `收费 ${fee} 元`),
    (fee: number) => (fee === 0 ? 'free' : `${fee} yuan`),
  ],
} as const

/** Takes a request for one matter: who asks, the form, what data brings. */
export function Page() {
  const either = useEither()
  const t = useWords(words)
  const { matter: id } = useParams({ strict: false }) as { matter: string }
  const query = useQuery(api.matter.queryOptions({ input: { matter: id } }))
  const { data } = query
  return (
    <PageFrame
      title={data ? either(data.name, data.english) : t.matter}
      lead={data ? dotted(data.authority.name, t.days(data.promisedDays, data.legalDays), t.fee(data.feeYuan)) : ' '}
      back={{ to: '/window', label: t.back }}
    >
      <Answered query={query}>
        {(matter) => (
          <div className={css.record}>
            <Form matter={matter} />
            <aside className={css.stack}>
              <About matter={matter} />
            </aside>
          </div>
        )}
      </Answered>
    </PageFrame>
  )
}

/** What was left half filled in comes up again, unless the clerk begins anew. */
function Form({ matter }: { readonly matter: MatterView }) {
  const draft = useQuery({
    ...api.draftAtWindow.queryOptions({ input: { matter: matter.matter } }),
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  })
  const [begun, setBegun] = useState(0)
  const drop = useCommand(api.dropDraftAtWindow.call, { touches: [], onDone: () => setBegun(begun + 1) })
  return (
    <Answered query={draft}>
      {(found) => {
        const before = begun === 0 ? ((found.draft ?? undefined) as KeptAtWindow | undefined) : undefined
        const anew = () => drop.mutate({ matter: matter.matter })
        return <TakeForm key={begun} matter={matter} before={before} onAnew={anew} />
      }}
    </Answered>
  )
}

function About({ matter }: { readonly matter: MatterView }) {
  const t = useWords(words)
  const brought = matter.materials.filter(({ byData }) => byData !== null)
  return (
    <>
      <Card title={t.data}>
        {brought.length === 0 && <p className={css.note}>{t.none}</p>}
        <ul className={css.rows}>
          {brought.map(({ material, name, byData }) => (
            <li key={material} className={css.row}>
              <span>{name}</span>
              <span className={`${css.note} ${css.wide}`}>{byData && dotted(byData.owner, byData.name)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {matter.conditions.length > 0 && (
        <Card title={t.conditions}>
          <ul className={css.plain}>
            {matter.conditions.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t.basis}>
        <ul className={css.plain}>
          {matter.basis.map(({ title, article }) => (
            <li key={title}>
              《{title}》{article}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
