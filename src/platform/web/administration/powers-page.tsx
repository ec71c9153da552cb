import { useState } from 'react'
import type { PersonEntry } from '#platform/contract/identity-contract.ts'
import { useAddress } from '../address.ts'
import { Card } from '../parts/card.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
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
  const [{ name = '' }, change] = useAddress<{ name?: string }>()
  const [person, setPerson] = useState<PersonEntry>()
  const choose = (chosen: PersonEntry) => {
    setPerson(chosen)
    change({ name: undefined })
  }
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <div className={css.columns}>
        <div className={css.stack}>
          <Card title={t.people}>
            <PersonFinder text={name} onType={(text) => change({ name: text || undefined })} onChoose={choose} />
          </Card>
          {person && <PersonPowers key={person.id} person={person} />}
        </div>
        <SignInCard />
      </div>
    </PageFrame>
  )
}
