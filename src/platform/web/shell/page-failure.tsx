import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Button, ButtonLink } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { useWords } from '../words/words.ts'
import css from './page-failure.module.css'

const words = {
  unknown: ['没有这个页面', 'There is no such page'],
  hint: ['地址可能写错了，或者页面已经移走。', 'The address may be wrong, or the page has moved.'],
  home: ['回到首页', 'Go to the first page'],
  reload: ['刷新页面', 'Load it anew'],
} as const

/** What an address without a page shows. */
export function NoSuchPage() {
  return (
    <main>
      <NothingHere />
    </main>
  )
}

/** The same where the frame of the pages stands around it. */
export function NothingHere() {
  const t = useWords(words)
  useEffect(() => {
    document.title = t.unknown
  }, [t])
  const isPortal = useLocation({ select: ({ pathname }) => pathname.startsWith('/portal') })
  return (
    <section className={css.page}>
      <h1 className={css.title}>{t.unknown}</h1>
      <p className={css.lead}>{t.hint}</p>
      <ButtonLink to={isPortal ? '/portal' : '/'}>{t.home}</ButtonLink>
    </section>
  )
}

/** What a page shows when it breaks. */
export function PageFailure({ error }: { readonly error: unknown }) {
  const t = useWords(words)
  return (
    <section className={css.page}>
      <FailureMessage error={error} />
      <Button onClick={() => location.reload()}>{t.reload}</Button>
    </section>
  )
}
