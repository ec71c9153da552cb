import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './data.module.css'
import { Tabs } from './tabs.tsx'

const words = {
  title: ['越权访问', 'Refused attempts'],
  lead: [
    '有人试图查看或办理不归其经办的办件：已拒绝、已留痕，同一人同一件一天记一次。不显示是谁的办件',
    'Somebody tried a case that is not theirs: refused, recorded, once a day for each person and case; never whose it is',
  ],
  none: ['没有越权访问', 'Nobody tried what is not theirs'],
  noneHint: [
    '有人试图打开不归其经办的办件时，会记在这里并通知您。',
    'When somebody does, it is recorded here and you are told.',
  ],
  view: ['查看办件', 'Viewing a case'],
  print: ['打印文书', 'Printing a paper'],
  other: ['办理步骤', 'Working on a case'],
  refused: ['已拒绝', 'Refused'],
  older: ['更早的', 'Older'],
  newest: ['回到最新', 'Newest'],
} as const

/** 越权访问: what people for whom one answers tried that is not theirs. */
export function Page() {
  const t = useWords(words)
  const dates = useDates()
  const [{ before }, change] = useAddress<{ before?: string }>()
  const query = useQuery(api.refused.queryOptions({ input: before === undefined ? {} : { before } }))
  const acts: Readonly<Record<string, string>> = { view: t.view, print: t.print }
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Tabs />
      <Answered query={query}>
        {({ attempts, more }) =>
          attempts.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <div className={css.form}>
              <ul className={css.list}>
                {attempts.map(({ attempt, at, personName, post, unit, act }) => (
                  <li key={attempt} className={css.item}>
                    <div className={css.head}>
                      <span className={css.strong}>{dotted(unit.name, post, personName)}</span>
                      <span className={css.note}>{t.refused}</span>
                    </div>
                    <span className={css.note}>{dotted(acts[act] ?? t.other, dates.moment(at))}</span>
                  </li>
                ))}
              </ul>
              <div className={css.row}>
                {before && <Button onClick={() => change({ before: undefined })}>{t.newest}</Button>}
                {more && <Button onClick={() => change({ before: attempts.at(-1)?.at })}>{t.older}</Button>}
              </div>
            </div>
          )
        }
      </Answered>
    </PageFrame>
  )
}
