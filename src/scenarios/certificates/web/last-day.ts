/** The last day of a validity that ends with the instant at which the next day begins. */
export function lastDay(validUntil: string): string {
  return new Date(Date.parse(validUntil) - 1).toISOString()
}
