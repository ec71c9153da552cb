import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import { NameField, PhoneField } from './card-fields.tsx'
import { CodeMessage } from './code-message.tsx'
import { mandateApi } from './mandate-api.ts'
import { type ChosenMatters, MatterChoice } from './matter-choice.tsx'
import css from './resident-forms.module.css'

const words = {
  name: ['对方姓名', 'Their name'],
  phone: ['对方手机号', 'Their mobile number'],
  until: ['多久', 'For how long'],
  month: ['1 个月', '1 month'],
  half: ['半年', '6 months'],
  year: ['1 年', '1 year'],
  ask: ['向对方要验证码', 'Ask them for a code'],
  give: ['委托', 'Let them act for me'],
  code: ['对方告诉您的验证码', 'The code they told you'],
  codeHint: ['短信发到了对方手机上，告诉您就是同意。', 'It went to their phone; telling it to you is their consent.'],
  confirm: ['完成委托', 'Done'],
  choose: ['先选至少一件事，或选“全部事项”。', 'Choose a matter first, or all of them.'],
} as const

/** How long mandates are offered for. */
export const days = { month: 30, half: 182, year: 365 } as const

type MandateFormProps = {
  readonly way: 'ask' | 'give'
  /** Whether an official asks, for the post in which they are. */
  readonly isAtWork?: boolean
  /** The enterprise that I represent and let them act for. */
  readonly enterprise?: string
}

/** Asks somebody whether I may act for them, or lets somebody act for me or for an enterprise of mine. */
export function MandateForm({ way, enterprise, isAtWork = false }: MandateFormProps) {
  const t = useWords(words)
  const [who, setWho] = useState({ name: '', phone: '' })
  const [span, setSpan] = useState<keyof typeof days>('half')
  const [matters, setMatters] = useState<ChosenMatters>([])
  const [code, setCode] = useState('')
  const { ask, give, confirm, terms } = useMandates(who, { span, matters, isAtWork })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (way === 'give') give.mutate({ ...who, ...terms, ...(enterprise && { enterprise }) })
    else if (ask.data) confirm.mutate({ ...ask.data.asked, code })
    else ask.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <fieldset disabled={ask.data !== undefined} className={css.fields}>
        <NameField label={t.name} value={who.name} onChange={(name) => setWho({ ...who, name })} />
        <PhoneField label={t.phone} value={who.phone} onChange={(phone) => setWho({ ...who, phone })} required />
        <p aria-hidden="true">{t.until}</p>
        <Choice
          label={t.until}
          value={span}
          onChange={setSpan}
          options={(['month', 'half', 'year'] as const).map((value) => ({ value, label: t[value] }))}
        />
        <MatterChoice chosen={matters} onChange={setMatters} applicant={enterprise ? 'enterprise' : 'person'} />
      </fieldset>
      {ask.data && <CodeMessage shown={ask.data.shown} />}
      {ask.data && (
        <TextField
          label={t.code}
          hint={t.codeHint}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          pattern="\d{6}"
          autoFocus
          required
        />
      )}
      <FailureMessage error={give.error ?? confirm.error ?? ask.error} />
      {matters?.length === 0 && <p>{t.choose}</p>}
      <Button
        type="submit"
        look="main"
        wide
        disabled={matters?.length === 0}
        busy={ask.isPending || give.isPending || confirm.isPending}
      >
        {way === 'give' ? t.give : ask.data ? t.confirm : t.ask}
      </Button>
    </form>
  )
}

type Who = { readonly name: string; readonly phone: string }

type Wanted = { readonly span: keyof typeof days; readonly matters: ChosenMatters; readonly isAtWork: boolean }

function useMandates(who: Who, { span, matters, isAtWork }: Wanted) {
  const touches = [mandateApi.mine.key(), mandateApi.mineAtWork.key()]
  const terms = { matters: matters && [...matters], until: endOfDays(days[span]) }
  const ask = useMutation({
    mutationFn: async () => {
      const asked = { ...who, ...terms }
      const { shown } = await (isAtWork ? mandateApi.askAtWork : mandateApi.ask).call(asked)
      return { asked, shown }
    },
  })
  const give = useCommand(mandateApi.give.call, { touches })
  const confirm = useCommand((isAtWork ? mandateApi.confirmAtWork : mandateApi.confirm).call, {
    touches,
    onDone: () => ask.reset(),
  })
  return { ask, give, confirm, terms }
}

/** The midnight at which so many days are over, in Suichang. */
export function endOfDays(count: number): string {
  const day = new Date(Date.now() + (count + 8 / 24) * 86_400_000).toISOString().slice(0, 10)
  return `${day}T00:00:00+08:00`
}
