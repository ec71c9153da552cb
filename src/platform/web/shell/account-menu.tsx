import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { LanguageButton } from '../account/language-button.tsx'
import { PostList } from '../account/post-list.tsx'
import { useSignOut } from '../account/sign-out.ts'
import { useSession } from '../api/session.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import css from './account-menu.module.css'

const words = {
  now: ['当前岗位', 'Present post'],
  account: ['我的账户', 'My account'],
  signOut: ['退出登录', 'Sign out'],
} as const

/** The present post; it opens to one's other posts, the account and sign-out. */
export function AccountMenu() {
  const t = useWords(words)
  const session = useSession()
  const signOut = useSignOut()
  const menu = useClosingDetails()
  const where = `${session.organisationName} ${session.postTitle}`
  return (
    <details ref={menu} className={css.menu}>
      <summary className={css.summary} title={where} aria-label={`${t.now}：${where}，${session.personName}`}>
        <span className={css.post}>{where}</span>
        <span className={css.person}>{session.personName}</span>
        <Icon name="down" size={14} />
      </summary>
      <div className={css.sheet}>
        <PostList />
        <Link to="/me" className={css.entry}>
          {t.account}
        </Link>
        <LanguageButton className={css.entry} />
        <button type="button" className={css.entry} onClick={() => signOut.mutate()}>
          {t.signOut}
        </button>
      </div>
    </details>
  )
}

function useClosingDetails() {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
      const isChoice = event.type === 'click' && !(event.target as Element).closest('summary')
      if (menu.current && (isEscape || isChoice)) menu.current.open = false
    }
    document.addEventListener('click', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('click', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  return menu
}
