import { Validator } from '@cfworker/json-schema'
import {
  isBankAccount,
  isBankCard,
  isCreditCode,
  isPhone,
  readIdentityNumber,
} from '#platform/kernel/personal/index.ts'
import type { Form, FormProperty } from './form.ts'

/** What is wrong with one field, in words for whoever fills it in. */
export type FormFault = { readonly field: string; readonly zh: string; readonly en: string }

/**
 * What is wrong with the values of a form, field by field in its order; the same in the browser and at the door.
 * The schema is interpreted, not compiled: pages run without `unsafe-eval`.
 */
export function checkForm(form: Form, values: Readonly<Record<string, unknown>>): readonly FormFault[] {
  const stray = Object.keys(values).filter((field) => !Object.hasOwn(form.properties, field))
  return [
    ...Object.entries(form.properties).flatMap(([field, property]) => {
      const fault = faultOf(property, values[field], form.required.includes(field))
      return fault === undefined ? [] : [{ field, ...fault }]
    }),
    ...stray.map((field) => ({ field, zh: '表单没有这一项。', en: 'The form has no such field.' })),
  ]
}

/** The names of the fields that are wrong, in both languages, for a refusal; what is wrong with each stands in the faults. */
export function faultyFields({ properties }: Form, faults: readonly FormFault[]): string {
  return faults
    .map(({ field }) => [properties[field]?.title ?? field, properties[field]?.['x-english']].join(' '))
    .join('; ')
}

type Words = { readonly zh: string; readonly en: string }

function faultOf(property: FormProperty, value: unknown, required: boolean): Words | undefined {
  const empty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  if (empty) return required ? { zh: `请填写${property.title}。`, en: `Fill in ${property['x-english']}.` } : undefined
  const { valid } = new Validator(property, '2020-12').validate(value)
  return valid && meansWhatItSays(property, value) ? undefined : words(property)
}

/** What a schema cannot say: check digits, and money to the fen. */
function meansWhatItSays({ 'x-type': type }: FormProperty, value: unknown): boolean {
  const text = String(value)
  if (type === 'identity-number') return 'number' in readIdentityNumber(text)
  if (type === 'credit-code') return isCreditCode(text)
  if (type === 'phone') return isPhone(text)
  if (type === 'bank-card') return isBankCard(text)
  if (type === 'bank-account') return isBankAccount(text)
  return type !== 'money' || Math.abs(Number(value) * 100 - Math.round(Number(value) * 100)) < 1e-6
}

function words({ title, 'x-type': type, 'x-english': english, 'x-unit': unit }: FormProperty): Words {
  const told: Readonly<Partial<Record<typeof type, Words>>> = {
    'identity-number': { zh: '有误，请核对每一位。', en: 'is no valid identity number; check each digit.' },
    'credit-code': { zh: '应为 18 位统一社会信用代码，请核对。', en: 'is no valid unified social credit code.' },
    phone: { zh: '应为手机号或带区号的座机号。', en: 'should be a mobile number, or a landline with area code.' },
    'bank-card': {
      zh: '应为 16 至 19 位银行卡号，请核对每一位。',
      en: 'is no valid bank card number; check each digit.',
    },
    'bank-account': { zh: '应为 8 至 30 位数字的账号。', en: 'should be an account number of 8 to 30 digits.' },
    date: { zh: '应为 2026-11-22 这样的日期。', en: 'should be a date such as 2026-11-22.' },
    money: { zh: '应为金额，单位元，最多两位小数。', en: 'should be an amount in yuan with at most two decimals.' },
    integer: { zh: `应为整数${unit ? `，单位${unit}` : ''}。`, en: 'should be a whole number.' },
    decimal: { zh: `应为数字${unit ? `，单位${unit}` : ''}。`, en: 'should be a number.' },
    code: { zh: '请从列出的选项里选择。', en: 'should be one of the choices.' },
    boolean: { zh: '请选择是或否。', en: 'should be yes or no.' },
    text: { zh: '最多 500 字。', en: 'has at most 500 characters.' },
  }
  const { zh, en } = told[type] ?? { zh: '不符合要求。', en: 'does not fit.' }
  return { zh: `${title}${zh}`, en: `${english} ${en}` }
}
