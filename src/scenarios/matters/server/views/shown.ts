import { groupedByFour, isMaskKind, mask } from '#platform/kernel/personal/index.ts'
import type { FieldValue, FieldValues } from '#platform/server/casework/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'

/** A value with its label, as a page shows it. */
export type Shown = { field: string; label: string; english: string; value: FieldValue; unit: string | null }

/**
 * Values by field as a page shows them, in the words of the dictionary: codes as what they mean, and what identifies a person masked
 * unless it is shown to that person.
 */
export function shownValues(
  rules: CountyRules,
  values: FieldValues,
  how: { readonly masked: boolean; readonly labels?: Readonly<Record<string, string | undefined>> },
): Shown[] {
  const dictionary = new Map(rules.documents('field').map((field) => [field.id, field]))
  return Object.entries(values).map(([field, value]) => {
    const known = dictionary.get(field)
    const told = typeof value === 'string' ? (known?.codes?.[value] ?? value) : value
    const hidden = how.masked && typeof told === 'string' && known !== undefined && isMaskKind(known.mask)
    return {
      field,
      label: how.labels?.[field] ?? known?.name ?? field,
      english: known?.english ?? field,
      value: hidden ? mask(known.mask, told) : inGroups(known?.type, told),
      unit: known?.unit ?? null,
    }
  })
}

/** A number of a bank as it stands on the card, to be compared digit by digit. */
function inGroups(type: string | undefined, value: FieldValue): FieldValue {
  const isOfBank = type === 'bank-card' || type === 'bank-account'
  return isOfBank && typeof value === 'string' ? groupedByFour(value) : value
}
