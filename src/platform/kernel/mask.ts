/** What stands in a text where a person's name would. */
export const hiddenName = '（反映人）'

/**
 * A text without a name, wherever and however often it stands in it; spaces inside the name do not save it.
 * @example hideName('王小明反映路灯不亮', '王小明') // （反映人）反映路灯不亮
 */
export function hideName(text: string, person: string | null): string {
  const name = [...(person ?? '').replace(/\s/g, '')]
  if (name.length === 0) return text
  const pattern = name.map((character) => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s*')
  return text.replace(new RegExp(pattern, 'gu'), hiddenName)
}
