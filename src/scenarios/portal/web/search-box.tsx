import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './portal.module.css'

const words = {
  label: ['要办什么事？用平常的话说', 'What do you need? In everyday words'],
  example: ['比如：租房提公积金', 'such as: pension'],
  search: ['搜索', 'Search'],
} as const

/** Asks what somebody wants, in their own words. */
export function SearchBox({ question = '' }: { readonly question?: string }) {
  const t = useWords(words)
  const [text, setText] = useState(question)
  const navigate = useNavigate()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') void navigate({ to: '/portal/search' as string, search: { q: text.trim() } as never })
  }
  return (
    <search>
      <form className={css.search} onSubmit={submit}>
        <label className={css.searchLabel} htmlFor="portal-search">
          {t.label}
        </label>
        <input
          id="portal-search"
          type="search"
          className={css.searchInput}
          value={text}
          placeholder={t.example}
          onChange={(event) => setText(event.target.value)}
          enterKeyHint="search"
          maxLength={100}
        />
        <Button type="submit" look="main">
          {t.search}
        </Button>
      </form>
    </search>
  )
}
