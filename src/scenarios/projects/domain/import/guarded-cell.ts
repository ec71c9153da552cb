/*
 * A cell that begins with one of these is a formula to spreadsheet programs once it is saved as CSV, whoever wrote it. An
 * apostrophe before it keeps it a text, and is taken away again when the sheet comes back.
 */
const formula = /^'*[=+\-@\t\r]/
const guarded = /^'+[=+\-@\t\r]/

/** A text as a cell may hold it. */
export function guardCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text that a guarded cell holds. */
export function unguardCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
