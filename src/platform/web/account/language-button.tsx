import { setLanguage, useLanguage } from '../words/words.ts'

/** Turns the screens to the other language. */
export function LanguageButton({ className }: { readonly className: string | undefined }) {
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <button type="button" className={className} lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}
