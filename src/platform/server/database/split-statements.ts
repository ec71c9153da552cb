const token =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]*)\$[\s\S]*?\$\1\$|;|[^;'"$\-/]+|[\s\S]/g

/** The statements of a migration file, one a call: text in quotes, dollar quotes and comments is not looked into. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let current = ''
  for (const [piece] of sql.matchAll(token)) {
    if (piece === ';') {
      statements.push(current)
      current = ''
    } else current += piece
  }
  statements.push(current)
  return statements.map((statement) => statement.trim()).filter((statement) => !isOnlyComment(statement))
}

function isOnlyComment(statement: string): boolean {
  return statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() === ''
}
