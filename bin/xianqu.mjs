#!/usr/bin/env node
// Runs on Node 20 or newer with nothing installed: installs what the lock file names, finds the Node that the project
// wants, and hands over to TypeScript. It must stay plain JavaScript without packages.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wantedMajor = '24'
const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const packages = join(root, 'node_modules')
const tasks = {
  test: 'tools/test.ts',
  check: 'tools/check.ts',
  gen: 'tools/gen.ts',
  'new-scenario': 'tools/new-scenario.ts',
  bench: 'bench/main.ts',
  pictures: 'tools/pictures.ts',
}

const [task, ...rest] = process.argv.slice(2)
const script = tasks[task] ? [tasks[task], ...rest] : ['src/apps/cli/main.ts', ...process.argv.slice(2)]
try {
  await ensureInstalled()
  const node = findNode()
  if (task === 'start' || task === 'prepare') buildPages(node)
  handOver(node, script)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

async function ensureInstalled() {
  if (!isInstalled()) await exclusively(() => isInstalled() || install())
  linkCommand()
}

/** True where npm's own record of what it installed agrees with the lock file, whoever called npm. */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(packages, '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, each]) => {
    return path === '' || present[path]?.version === each.version || (!present[path] && mayBeMissing(each))
  })
}

/** Packages for other machines are left out; those for this one (Node, PostgreSQL) are not optional to us. */
function mayBeMissing({ optional, devOptional, os, cpu, libc }) {
  const forThisMachine = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc
  return (optional || devOptional) && !forThisMachine
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  say('正在安装依赖，只有第一次需要，约一分钟 … / Installing dependencies, the first time only, about a minute …')
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const { status } = spawnSync(command[0], [...command.slice(1), ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0 && isInstalled()) return
  throw remedy(
    `依赖没有装好（npm ci 退出码 ${status}）。请检查网络和 ${root} 的写权限，然后重试。`,
    `npm ci failed (${status}). Check the network and that ${root} can be written, then try again.`,
  )
}

/** Two starts at once must not install into each other. */
async function exclusively(work) {
  const mark = join(root, '.installing')
  while (!take(mark)) await new Promise((resolve) => setTimeout(resolve, 500))
  try {
    work()
  } finally {
    rmSync(mark, { force: true })
  }
}

function take(mark) {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw remedy(
        `不能写入 ${root}，请由其所有者运行一次。`,
        `${root} cannot be written; let its owner run this once.`,
      )
    }
    if (!isAlive(Number(readFileSync(mark, 'utf8')))) rmSync(mark, { force: true })
    return false
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** npm links no package's own command into its own clone, and `npx xianqu` looks there. */
function linkCommand() {
  const link = join(packages, '.bin', 'xianqu')
  try {
    if (!existsSync(link)) {
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync('../../bin/xianqu.mjs', link)
    }
  } catch {
    // A clone that belongs to somebody else: `node bin/xianqu.mjs` still works.
  }
}

function buildPages(node) {
  const { status } = spawnSync(node, [join(root, 'tools', 'build-pages.ts')], { stdio: 'inherit' })
  if (status !== 0) throw remedy('网页没有生成，原因见上。', 'The web pages were not built; the reason stands above.')
}

function findNode() {
  if (process.versions.node.startsWith(`${wantedMajor}.`)) return process.execPath
  const packaged = join(packages, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) return packaged
  throw remedy(
    `先驱需要 Node ${wantedMajor}，npm 上没有适合本机（${process.platform}-${process.arch}）的。请从 https://nodejs.org 安装。`,
    `Xianqu needs Node ${wantedMajor}, and npm has none for this machine. Install it from https://nodejs.org.`,
  )
}

/** Becomes the wanted Node where this Node can (execve), else stands in front of it and passes signals on. */
function handOver(node, [file, ...args]) {
  const argv = ['--disable-warning=ExperimentalWarning', join(root, file), ...args]
  const env = {
    ...process.env,
    PATH: dirname(node) + delimiter + process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(packages, '.cache', 'xianqu-compile'),
  }
  if (process.execve) process.execve(node, [node, ...argv], { ...env, XIANQU_STARTERS: findNpm().join() })
  const starters = [process.pid, ...findNpm()].join()
  standInFront(spawn(node, argv, { stdio: 'inherit', env: { ...env, XIANQU_STARTERS: starters } }))
}

function standInFront(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeAllListeners(each)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** The npm above us and the shell between: killed outright, they take nobody with them, so the platform watches them. */
function findNpm() {
  if (!process.env.npm_lifecycle_event) return []
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    const [, name, parent] = stat.match(/\((.*)\) \S+ (\d+)/)
    return name.startsWith('npm') ? [process.ppid] : [process.ppid, Number(parent)]
  } catch {
    return [process.ppid]
  }
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function remedy(chinese, english) {
  return new Error(`${chinese}\n${english}`)
}
