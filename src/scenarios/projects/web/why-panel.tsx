import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '#platform/web/parts/button.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { Why, WhySection } from '#platform/web/vocabulary/why.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { tellWorkingTime } from '#platform/web/words/working-time.ts'
import type { NodeDetail, Why as WhyView } from '../contract/views.ts'
import { useAct } from './act-address.ts'
import { api } from './api.ts'
import { entryWords, tellParty } from './names.ts'
import css from './node-page.module.css'

const words = {
  since: [(moment: string) => `自 ${moment}`, (moment: string) => `since ${moment}`],
  upstream: ['上游延误', 'Late upstream'],
  root: ['根源', 'Root'],
  late: [(time: string) => `逾期 ${time}`, (time: string) => `${time} late`],
  next: ['接下来', 'What comes next'],
  turns: [
    (moment: string) => `若不处理，${moment} 转为`,
    (moment: string) => `unless something is done, ${moment} it turns`,
  ],
  appeal: ['我不同意这盏灯', 'I disagree with this lamp'],
  appealHint: ['异议由牵头单位限时答复，并记入过程。', 'The lead unit owes an answer in time; it stays on record.'],
  notMine: ['责任人和责任单位可以提出异议。', 'The owner and the responsible unit may object.'],
} as const

const minutesPerDay = 480

/** Why the lamp is as it is. */
export function WhyPanel({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  const dates = useDates()
  const kinds = useWords(entryWords)
  const why = useQuery(api.why.queryOptions({ input: { node: node.node }, staleTime: 60_000 }))
  return (
    <Answered query={why}>
      {(grounds) => (
        <Why
          grounds={{
            ...grounds,
            entries: grounds.entries.map((entry) => ({ ...entry, kind: kinds[entry.kind] ?? entry.kind })),
          }}
          conclusion={
            <div>
              <p className={css.lampLine}>
                <Lamp colour={grounds.lamp} />
                {node.lampSince && <span className={css.since}>{t.since(dates.moment(node.lampSince))}</span>}
              </p>
              <p>{grounds.conclusion}</p>
            </div>
          }
          appeal={<AppealHint node={node} />}
        >
          <Upstream grounds={grounds} minutesPerDay={node.remaining?.minutesPerDay ?? minutesPerDay} />
          <NextLamp next={grounds.next} />
        </Why>
      )}
    </Answered>
  )
}

function Upstream({ grounds, minutesPerDay }: { readonly grounds: WhyView; readonly minutesPerDay: number }) {
  const t = useWords(words)
  const language = useLanguage()
  if (grounds.upstream.length === 0) return null
  return (
    <WhySection title={t.upstream}>
      <ol className={css.links}>
        {grounds.upstream.map((cause) => (
          <li key={cause.node}>
            <Link to="/nodes/$node" params={{ node: cause.node }}>
              {cause.title}
            </Link>
            <p className={css.note}>
              {dotted(
                cause.root && t.root,
                tellParty(cause.owner),
                t.late(tellWorkingTime(cause.lateWorkingMinutes, minutesPerDay, language)),
              )}
            </p>
          </li>
        ))}
      </ol>
    </WhySection>
  )
}

function NextLamp({ next }: Pick<WhyView, 'next'>) {
  const t = useWords(words)
  const dates = useDates()
  if (!next) return null
  return (
    <WhySection title={t.next}>
      <p>
        {t.turns(dates.moment(next.at))} <Lamp colour={next.lamp} />
      </p>
    </WhySection>
  )
}

function AppealHint({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  const { open } = useAct()
  if (!node.may.appeal) return <p className={css.note}>{t.notMine}</p>
  return (
    <>
      <p className={css.note}>{t.appealHint}</p>
      <Button onClick={() => open('appeal')}>{t.appeal}</Button>
    </>
  )
}
