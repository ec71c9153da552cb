/** A sheet as rows of text, and the names of all sheets of its file. */
export type Sheet = {
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly rows: readonly (readonly string[])[]
}

/** What a reading may end in. */
export type SheetReading =
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-large' }

/** How large a sheet may be; `rows` where the reader says nothing else. */
export const sheetLimits = { rows: 5000, columns: 256, unpackedMegabytes: 200, seconds: 20 } as const
