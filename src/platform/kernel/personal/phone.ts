/** True for a mobile number of mainland China, written as it is dialled there. */
export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text)
}

/** True for a mobile number, or a fixed one with its area code. */
export function isPhone(text: string): boolean {
  return isMobile(text) || /^0\d{2,3}-?[2-8]\d{6,7}(-\d{1,6})?$/.test(text)
}
