/** What stands where a complainant's name would. */
export const maskedName = '（反映人）'

/**
 * A text without the complainant's name, wherever and however often it stands in it; spaces inside the name do not save it.
 * @example mask('王小明反映路灯不亮', '王小明') // （反映人）反映路灯不亮
 */
export function mask(text: string, complainant: string | null): string {
  const name = [...(complainant ?? '').replace(/\s/g, '')]
  if (name.length === 0) return text
  const pattern = name.map((character) => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s*')
  return text.replace(new RegExp(pattern, 'gu'), maskedName)
}
