import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'

const words = { login: ['账号', 'Account'] } as const

/** The account's name, as browsers and password keepers know it. */
export function LoginField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (login: string) => void
}) {
  const t = useWords(words)
  return (
    <TextField
      label={t.login}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}
