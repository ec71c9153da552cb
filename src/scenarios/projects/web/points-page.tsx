import { useQuery } from '@tanstack/react-query'
import { Card } from '#platform/web/parts/card.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import { AccountView } from './board/account.tsx'
import { usePeriod } from './board/period.ts'
import { PeriodPicker } from './board/period-picker.tsx'

const words = {
  title: ['我的积分', 'My points'],
  lead: [
    '每一分都写明依据和来源；对灯或牌有异议，异议成立后自动冲正。',
    'Every point has its rule and its event; an objection that is upheld takes it back.',
  ],
} as const

/** My own account. */
export function Page() {
  const t = useWords(words)
  const { period, choose } = usePeriod()
  const query = useQuery(api.myPoints.queryOptions({ input: { period } }))
  return (
    <PageFrame narrow title={t.title} lead={t.lead} actions={<PeriodPicker period={period} onChange={choose} />}>
      <Card>
        <Answered query={query}>{(account) => <AccountView account={account} />}</Answered>
      </Card>
    </PageFrame>
  )
}
