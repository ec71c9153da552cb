const number = /[0-9０-９]|[一二两三四五六七八九十百千万半][\p{Script=Han}]/u
const whole = /全部|全面|全县|所有|每[\p{Script=Han}]|逐[\p{Script=Han}]|百分之/u

/** Whether a deliverable can be measured: it holds a number (2 公里, 三份, 100%) or says that it is all of something. */
export function isMeasurable(deliverable: string): boolean {
  return number.test(deliverable) || whole.test(deliverable)
}
