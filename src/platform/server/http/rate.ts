import { refused } from './refused.ts'

/** Lets each address do something so often in a time; refuses `rate.exceeded`. */
export function rateOf({ most, milliseconds }: { readonly most: number; readonly milliseconds: number }) {
  let began = 0
  let counts = new Map<string, number>()
  return (address: string, now: number): void => {
    if (now - began >= milliseconds || now < began) {
      began = now
      counts = new Map()
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    if (count > most) refused('rate.exceeded', { seconds: Math.ceil((began + milliseconds - now) / 1000) })
  }
}
