import { FocusContext, init, useFocusable } from '@noriginmedia/norigin-spatial-navigation'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { sessionApi } from '#platform/web/api/session.ts'
import { residentQuery } from '#platform/web/residents/resident-session.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Screen } from './screen.ts'
import css from './tv.module.css'
import { TvCases } from './tv-cases.tsx'
import { TvHome } from './tv-home.tsx'
import { TvMatter } from './tv-matter.tsx'
import { TvSignIn } from './tv-sign-in.tsx'

init({ shouldFocusDOMNode: true })

const words = {
  title: [(county: string) => `${county} 电视办事`, (county: string) => `${county} on television`],
  keys: ['方向键选择，OK 键确定，返回键回上一页', 'Arrows choose, OK confirms, Back goes back'],
  hello: [(name: string) => `${name}，您好`, (name: string) => `Welcome, ${name}`],
} as const

const backKeys = ['Escape', 'Backspace', 'GoBack', 'BrowserBack']

/** The television page: large type, four arrows and OK; every screen begins with something in focus. */
export function Page() {
  const t = useWords(words)
  const [path, setPath] = useState<readonly Screen[]>([{ at: 'home' }])
  const { data: county } = useQuery(sessionApi.greeting.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const { data: resident } = useQuery(residentQuery)
  const title = t.title(county?.jurisdictionName ?? '')
  const back = () => setPath((before) => (before.length > 1 ? before.slice(0, -1) : before))
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!backKeys.includes(event.key)) return
      event.preventDefault()
      setPath((before) => (before.length > 1 ? before.slice(0, -1) : before))
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  const screen = path.at(-1) ?? { at: 'home' as const }
  const go = (next: Screen) => setPath((before) => [...before, next])
  return (
    <div className={css.tv} data-surface="wall">
      <header className={css.header}>
        <h1>{title}</h1>
        <p>{resident?.name ? t.hello(resident.name) : t.keys}</p>
      </header>
      <Focused key={path.length}>
        {screen.at === 'home' && <TvHome go={go} />}
        {screen.at === 'cases' && <TvCases back={back} />}
        {screen.at === 'matter' && <TvMatter matter={screen.matter} go={go} back={back} />}
        {screen.at === 'sign-in' && (
          <TvSignIn back={back} onDone={() => setPath((before) => [...before.slice(0, -1), screen.next])} />
        )}
      </Focused>
    </div>
  )
}

/** A screen whose first thing takes the focus, also where it comes late. */
function Focused({ children }: { readonly children: ReactNode }) {
  const { ref, focusKey, focusSelf } = useFocusable<object, HTMLElement>({ trackChildren: true })
  useEffect(() => {
    focusSelf()
    const watch = new MutationObserver(() => {
      if (!ref.current?.contains(document.activeElement)) focusSelf()
    })
    if (ref.current) watch.observe(ref.current, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [focusSelf, ref])
  return (
    <FocusContext.Provider value={focusKey}>
      <main ref={ref} className={css.screen}>
        {children}
      </main>
    </FocusContext.Provider>
  )
}
