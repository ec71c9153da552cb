const forbidden = /[<>"`{}\\\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u
const loneSurrogate = /\p{Cs}/u

/** The most characters that a name may have, counted as readers count: 𬭎 is one. */
export const nameLength = 100

/**
 * Whether a text can stand as a name on any screen and in any file: no mark-up, no control or direction characters, no blanks at
 * its ends. Characters outside the basic plane are as good as others.
 */
export function isDisplayName(text: string): boolean {
  const length = [...text].length
  return (
    length > 0 && length <= nameLength && text.trim() === text && !forbidden.test(text) && !loneSurrogate.test(text)
  )
}
