import type { DocumentOf } from './document-kinds.ts'
import type { Placed, Report } from './report.ts'

type Credential = DocumentOf<'credential'>

/** What a certificate says of its holder without a matter naming it. */
const ofHolder: readonly string[] = ['name', 'identity-number', 'enterprise-name', 'credit-code']

/**
 * A matter that gives a certificate gives each field that the certificate cannot do without, else it would be granted and never issued;
 * and none that the certificate has not, for what is written there would stand nowhere.
 */
export function checkCertificates(
  matters: readonly Placed<DocumentOf<'matter'>>[],
  credentials: readonly Credential[],
  report: Report,
): void {
  for (const { item, at } of matters)
    for (const [index, outcome] of item.outcomes.entries()) {
      if (outcome.kind !== 'credential') continue
      const type = credentials.findLast(({ id }) => id === outcome.credential)
      if (type === undefined) report.unknown('credential', outcome.credential, at('outcomes', index, 'credential'))
      for (const { code, field } of type ? faultsOf(type, outcome.values) : [])
        report.add(code, at('outcomes', index), { id: outcome.credential, field })
    }
}

function faultsOf(type: Credential, values: Readonly<Record<string, unknown>>) {
  return [
    ...lackingIn(type, values).map((field) => ({ code: 'county.matter.certificate' as const, field })),
    ...strayIn(type, values).map((field) => ({ code: 'county.matter.certificate-stray' as const, field })),
  ]
}

function lackingIn({ fields }: Credential, values: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap(({ field, required }) =>
    required && !(field in values) && !ofHolder.includes(field) ? [field] : [],
  )
}

function strayIn({ fields }: Credential, values: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(values).filter((field) => fields.every((one) => one.field !== field))
}
