import { randomInt } from 'node:crypto'
import { checkForm, faultyFields, formOf } from '#platform/kernel/forms/index.ts'
import { ok, refuse } from '#platform/kernel/result.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { DocumentOf } from '#platform/server/county/index.ts'
import { secondsOf } from '../claims.ts'
import { endOf } from '../domain/validity.ts'
import { type CredentialParts, issuerOf, listUriOf } from '../parts.ts'
import type { Statement } from '../sd-jwt.ts'

/** The type of a credential, as the pack says it. */
export type CredentialType = DocumentOf<'credential'>

/** The fields in words, or everything that is wrong with them. */
export function fieldsOf(parts: CredentialParts, type: CredentialType, values: Readonly<Record<string, unknown>>) {
  const dictionary = parts.rules().documents('field')
  const form = formOf(type.fields, dictionary)
  const faults = checkForm(form, values)
  if (faults.length > 0)
    return refuse('credentials.fields.invalid', { count: faults.length, fields: faultyFields(form, faults) })
  const filled = type.fields.filter(({ field }) => ![undefined, null, ''].includes(values[field] as never))
  return ok(
    Object.fromEntries(
      filled.map(({ field }) => {
        const { 'x-codes': codes, 'x-unit': unit, 'x-type': kind } = form.properties[field] ?? {}
        const value = kind === 'boolean' ? (values[field] ? '是' : '否') : String(values[field])
        return [field, codes?.[value] ?? (unit ? `${value} ${unit}` : value)]
      }),
    ),
  )
}

/** What goes into a credential. */
export type Stated = {
  readonly id: string
  readonly type: CredentialType
  readonly number: string
  readonly unitName: string
  readonly list: string
  readonly place: number
  readonly fields: Readonly<Record<string, string>>
  readonly now: Date
}

/** What is signed. */
export function statementOf(
  parts: CredentialParts,
  { id, type, number, unitName, list, place, fields, now }: Stated,
): Statement {
  const dictionary = new Map(
    parts
      .rules()
      .documents('field')
      .map((field) => [field.id, field]),
  )
  const until = endOf(type.validity, now.getTime())
  const labels = type.fields.map(({ field }): [string, [string, string]] => {
    const known = dictionary.get(field)
    return [field, [known?.name ?? field, known?.english ?? field]]
  })
  return {
    ...{ iss: issuerOf(parts), vct: `${issuerOf(parts)}:credential:${type.id}:${type.version}`, jti: id },
    ...{ iat: secondsOf(now.getTime()), nbf: secondsOf(now.getTime()) },
    ...(until !== null && { exp: secondsOf(until) }),
    cnf: { kid: parts.crypto.signer('wallet', type.suite).keyId },
    status: { status_list: { idx: place, uri: listUriOf(parts, list) } },
    heading: {
      ...{ title: type.name, english: type.english, code: type.code, number, unit: type.issuer, unitName },
      ...{ legal: type.legal, sample: parts.county.demo, labels: Object.fromEntries(labels) },
    },
    fields,
  }
}

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A number that tells the type and the day, and no count: as `C0901-20260302-7K3M9QXT`. */
export function numberOf({ code }: CredentialType, now: Date): string {
  const chance = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
  return `${code}-${dateOf(now.getTime()).replaceAll('-', '')}-${chance}`
}
