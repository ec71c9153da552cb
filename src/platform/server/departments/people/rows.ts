/** A record of a department by the ids of the dictionary. */
export type Row = Readonly<Record<string, string | number | null>>
