import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { Button } from '../parts/button.tsx'
import { useNotice } from '../shell/notice.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import { ChannelChoices } from './channel-choices.tsx'
import { LanguageButton } from './language-button.tsx'
import css from './me-page.module.css'
import { OwnSessions } from './own-sessions.tsx'
import { Part } from './part.tsx'
import { PasswordForm } from './password-form.tsx'
import { PostList } from './post-list.tsx'
import { SecondFactor } from './second-factor.tsx'
import { useSignOut } from './sign-out.ts'

const words = {
  me: ['我的', 'Me'],
  posts: ['岗位', 'Posts'],
  postsHint: [
    '权限跟着岗位走；切换岗位后，看到和能办的事随之改变。',
    'Powers come with the post: switching changes what you see and may do.',
  ],
  password: ['密码', 'Password'],
  change: ['修改密码', 'Change the password'],
  changed: ['密码已修改', 'The password is changed'],
  language: ['语言', 'Language'],
  signOut: ['退出登录', 'Sign out'],
} as const

/** 我的: posts, password, second factor, language, sign-out. */
export function Page() {
  const t = useWords(words)
  const session = useSession()
  const signOut = useSignOut()
  return (
    <PageFrame narrow title={session.personName} lead={`${session.organisationName} ${session.postTitle}`}>
      <div className={css.parts}>
        <Part title={t.posts} hint={t.postsHint}>
          <PostList />
        </Part>
        <Part title={t.password}>
          <PasswordPart />
        </Part>
        <SecondFactor />
        <ChannelChoices />
        <OwnSessions />
        <Part title={t.language}>
          <LanguageButton className={css.language} />
        </Part>
        <Button look="danger" onClick={() => signOut.mutate()} busy={signOut.isPending}>
          {t.signOut}
        </Button>
      </div>
    </PageFrame>
  )
}

function PasswordPart() {
  const t = useWords(words)
  const tell = useNotice()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t.change}</Button>
  const done = () => {
    setOpen(false)
    tell(t.changed)
  }
  return <PasswordForm onDone={done} />
}
