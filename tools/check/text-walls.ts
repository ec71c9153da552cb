import { join } from 'node:path'
import { readSources, type Source } from './read-sources.ts'

/** A wall that no import shows: a pattern that may stand only in certain files. */
type TextWall = {
  readonly name: string
  readonly reason: string
  readonly pattern: RegExp
  /** Where the wall stands, and where it has its door. */
  readonly within: RegExp
  readonly except: RegExp
}

/** A test file is a list, and may be longer than what must be understood as a whole. */
const longest = { source: 250, test: 400 }

const walls: readonly TextWall[] = [
  {
    name: 'environment-is-read-once',
    reason: 'Settings are parsed in src/platform/server/config/ and handed on, so that one page documents them all.',
    pattern: /process\.env\b/,
    within: /^src\//,
    except: /^src\/platform\/(server\/config|testing)\/|\.test\.ts$/,
  },
  {
    name: 'sql-lives-in-stores',
    reason: 'A query stands in a *-store.ts file, where row security and indexes are reviewed.',
    pattern: /[`'"](select|insert into|update \w+ set|delete from|with \w+ as) /i,
    within: /^src\/(platform\/server|scenarios|apps)\//,
    except: /-store\.ts$|^src\/platform\/server\/database\/|\.test\.ts$/,
  },
]

const complaints = readSources(join(import.meta.dirname, '..', '..')).flatMap((source) => [
  ...walls.flatMap((wall) => breaches(wall, source)),
  ...tooLong(source),
])
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1

function breaches(wall: TextWall, { path, lines }: Source): string[] {
  if (!wall.within.test(path) || wall.except.test(path)) return []
  return lines.flatMap((line, index) =>
    wall.pattern.test(line) ? [`${path}:${index + 1} ${wall.name}: ${wall.reason}`] : [],
  )
}

function tooLong({ path, lines }: Source): string[] {
  const limit = path.includes('.test.') ? longest.test : longest.source
  return lines.length <= limit ? [] : [`${path} files-stay-short: ${lines.length} lines, at most ${limit}. Split it.`]
}
