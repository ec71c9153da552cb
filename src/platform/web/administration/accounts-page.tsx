import { Card } from '../parts/card.tsx'
import { Answered } from '../parts/states.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import { AccountActs } from './account-acts.tsx'
import { ExternalForm, RegisterForm } from './account-forms.tsx'
import css from './administration.module.css'
import { useChosenPerson } from './chosen-person.ts'
import { PersonFinder } from './person-finder.tsx'

const words = {
  title: ['账号管理', 'Accounts'],
  lead: [
    '登记人员、发激活码、解锁、统一登录名单；任免由安全管理员办，每一次操作审计管理员都看得到。',
    'Register people, issue activation codes, unlock, list accounts of single sign-on. The security administrator appoints; the audit administrator sees every act.',
  ],
  people: ['人员', 'People'],
} as const

/** 账号管理: what the system administrator does to accounts. */
export function Page() {
  const t = useWords(words)
  const { id, query, finder, leave } = useChosenPerson()
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <div className={css.columns}>
        <div className={css.stack}>
          <Card title={t.people}>
            <PersonFinder {...finder} />
          </Card>
          {id && <Answered query={query}>{(person) => <AccountActs key={id} person={person} />}</Answered>}
        </div>
        <div className={css.stack}>
          <RegisterForm onDone={leave} />
          <ExternalForm />
        </div>
      </div>
    </PageFrame>
  )
}
