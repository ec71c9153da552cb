/*
 * 法定代表人. Whoever the register of enterprises names as the legal representative of an open enterprise acts for it (公司法第十条). A
 * representation begins with an answer of the register, is confirmed by each further one, and ends with the first that names the enterprise
 * no longer, or names somebody else: an enterprise has one representative at a time. One that ended does not come back; being named
 * again begins another. What the register said counts for twelve hours, as long as a session at most, so that whoever was dismissed
 * stays outside though the register is silent; after one hour it is asked anew.
 */

/** A representation as far as the rules look at it. */
export type Represented = {
  readonly code: string
  readonly resident_id: string
  readonly confirmed_at: Date
  readonly ended_at: Date | null
}

/** An enterprise of a person, as the register has it. */
export type RegisteredEnterprise = { readonly code: string; readonly name: string; readonly isOpen: boolean }

const countsMilliseconds = 12 * 3_600_000
const freshMilliseconds = 3_600_000

/** Whether somebody acts for the enterprise at an instant. */
export function counts({ confirmed_at, ended_at }: Omit<Represented, 'code' | 'resident_id'>, at: Date): boolean {
  return ended_at === null && at.getTime() - confirmed_at.getTime() < countsMilliseconds
}

/** Whether the register is to be asked anew. */
export function isDue({ confirmed_at }: Pick<Represented, 'confirmed_at'>, at: Date): boolean {
  return at.getTime() - confirmed_at.getTime() >= freshMilliseconds
}

/** What an answer of the register about a person changes among open representations: those of the person, and of the enterprises named. */
export function readRegister<Row extends Represented>(
  open: readonly Row[],
  person: string,
  registered: readonly RegisteredEnterprise[],
): {
  readonly confirmed: readonly Row[]
  readonly ended: readonly Row[]
  readonly begun: readonly RegisteredEnterprise[]
} {
  const named = new Map(registered.filter(({ isOpen }) => isOpen).map((one) => [one.code, one]))
  const own = open.filter((row) => row.resident_id === person)
  const known = new Set(own.map(({ code }) => code))
  return {
    confirmed: own.filter(({ code }) => named.has(code)),
    ended: open.filter((row) => row.resident_id !== person || !named.has(row.code)),
    begun: [...named.values()].filter(({ code }) => !known.has(code)),
  }
}
