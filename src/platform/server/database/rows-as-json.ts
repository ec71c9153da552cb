/**
 * Rows as the parameter of `jsonb_to_recordset`: bytes in the hexadecimal form that PostgreSQL reads for `bytea`.
 * @example `values: [jurisdiction, rowsAsJson(rows)]`
 */
export function rowsAsJson(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
      ]),
    ),
  )
  return JSON.stringify(plain)
}
