import { Card } from '../parts/card.tsx'
import { Answered } from '../parts/states.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
import { useChosenPerson } from './chosen-person.ts'
import { PersonFinder } from './person-finder.tsx'
import { PersonPowers } from './person-powers.tsx'
import { SignInCard } from './sign-in-card.tsx'

const words = {
  title: ['职务任免', 'Powers'],
  lead: [
    '岗位决定能做什么：给人任职、免职，收紧登录安全。系统、安全、审计三员不得兼任，也不能任免自己；审计管理员看得到每一次操作。',
    'Posts decide what people may do: appoint, dismiss, make sign-in stricter. Nobody holds two of the three administrators or appoints themselves; the audit administrator sees every act.',
  ],
  people: ['人员', 'People'],
} as const

/** 职务任免: the security administrator appoints, dismisses, and makes sign-in stricter. */
export function Page() {
  const t = useWords(words)
  const { id, query, finder } = useChosenPerson()
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <div className={css.columns}>
        <div className={css.stack}>
          <Card title={t.people}>
            <PersonFinder {...finder} />
          </Card>
          {id && <Answered query={query}>{(person) => <PersonPowers key={id} person={person} />}</Answered>}
        </div>
        <SignInCard />
      </div>
    </PageFrame>
  )
}
