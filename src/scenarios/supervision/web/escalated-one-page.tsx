import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './desk.module.css'

const words = {
  title: ['送达的事实', 'Facts'],
  lead: ['您的查看已经留痕，责任单位可以看到。', 'Your look is recorded, and the debtor can see it.'],
  back: ['纪检收件', 'Escalated'],
  facts: ['事实', 'Facts'],
  debtor: ['责任单位', 'Debtor'],
  leadUnit: ['牵头单位', 'Lead unit'],
  source: ['来源', 'Source'],
  content: ['内容', 'Content'],
  complainant: ['反映人', 'Complainant'],
  masked: ['已脱敏，不提供', 'masked, not given'],
  due: ['办结时限', 'Deadline'],
  reached: ['送达时刻', 'Arrived'],
  story: ['过程', 'Trail'],
} as const

/** One obligation's facts; opening it is recorded. */
export function Page() {
  const t = useWords(words)
  const dates = useDates()
  const { obligation } = useParams({ strict: false }) as { obligation: string }
  const query = useQuery(api.escalatedOne.queryOptions({ input: { obligation }, staleTime: 60_000 }))
  return (
    <PageFrame narrow title={query.data?.title ?? t.title} lead={t.lead} back={{ to: '/escalated', label: t.back }}>
      <Answered query={query}>
        {(fact) => (
          <div className={css.groups}>
            <Card title={t.facts}>
              <Facts
                rows={[
                  [t.debtor, fact.debtorName],
                  [t.leadUnit, fact.leadName],
                  ...(fact.source ? [[t.source, fact.source] as const] : []),
                  ...(fact.content ? [[t.content, fact.content] as const] : []),
                  ...(fact.complainantMasked ? [[t.complainant, t.masked] as const] : []),
                  [t.due, dates.moment(fact.dueAt)],
                  [t.reached, dates.moment(fact.reachedAt)],
                ]}
              />
            </Card>
            <Card title={t.story}>
              <ol className={css.steps}>
                {fact.story.map((step) => (
                  <li key={step.at + step.sentence} className={css.step}>
                    <span>{step.sentence}</span>
                    <time className={css.note} dateTime={step.at}>
                      {dates.moment(step.at)}
                    </time>
                  </li>
                ))}
              </ol>
            </Card>
          </div>
        )}
      </Answered>
    </PageFrame>
  )
}
