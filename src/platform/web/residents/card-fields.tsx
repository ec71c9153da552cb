import type { InputHTMLAttributes, ReactNode } from 'react'
import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'

const words = {
  name: ['姓名（与身份证一致）', 'Name, as on the card'],
  number: ['身份证号码', 'Identity number'],
  numberHint: ['请当面核对身份证和本人', 'With card and person before you'],
  numberWrong: ['请填写 18 位身份证号码。', 'Fill in the identity number, 18 characters.'],
  phoneWrong: ['请填写 11 位手机号。', 'Fill in a mobile number of 11 digits.'],
} as const

/** Who somebody is by their card, and the phone that they have. */
export type Card = { readonly name: string; readonly number: string; readonly phone: string }

export const noCard: Card = { name: '', number: '', phone: '' }

type CardFieldsProps = {
  readonly card: Card
  readonly onChange: (card: Card) => void
  /** What the phone is called here. */
  readonly phone: string
  readonly isPhoneRequired?: boolean
}

/** Name, number and phone of somebody whose identity card is on the table. */
export function CardFields({ card, onChange, phone, isPhoneRequired = false }: CardFieldsProps) {
  const t = useWords(words)
  return (
    <>
      <NameField label={t.name} value={card.name} onChange={(name) => onChange({ ...card, name })} autoComplete="off" />
      <NumberField
        label={t.number}
        hint={t.numberHint}
        value={card.number}
        onChange={(number) => onChange({ ...card, number })}
      />
      <PhoneField
        label={phone}
        value={card.phone}
        onChange={(value) => onChange({ ...card, phone: value })}
        required={isPhoneRequired}
      />
    </>
  )
}

type Typed = Pick<InputHTMLAttributes<HTMLInputElement>, 'autoComplete' | 'required'> & {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Somebody's name. */
export function NameField({ onChange, ...rest }: Typed) {
  return <TextField required {...rest} onChange={(event) => onChange(event.target.value)} />
}

/** An identity number; what is wrong in it the door says. */
export function NumberField({ onChange, ...rest }: Typed) {
  const t = useWords(words)
  return (
    <TextField
      autoComplete="off"
      required
      {...rest}
      {...telling(t.numberWrong)}
      onChange={(event) => onChange(event.target.value)}
      minLength={15}
      maxLength={24}
    />
  )
}

/** A mobile number of eleven digits. */
export function PhoneField({ onChange, ...rest }: Typed) {
  const t = useWords(words)
  return (
    <TextField
      {...rest}
      {...telling(t.phoneWrong)}
      onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 11))}
      inputMode="tel"
      pattern="1[3-9]\d{9}"
    />
  )
}

/** What the browser says of a field that it will not send, in our words and language. */
function telling(wrong: string): Pick<InputHTMLAttributes<HTMLInputElement>, 'onInvalid' | 'onInput'> {
  return {
    onInvalid: ({ currentTarget }) => currentTarget.setCustomValidity(wrong),
    onInput: ({ currentTarget }) => currentTarget.setCustomValidity(''),
  }
}
