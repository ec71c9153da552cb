import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { drawsChinese } from './draws-chinese.ts'

const folder = join(import.meta.dirname, '..', 'browser')
const packages = join(folder, 'node_modules')
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * A Chromium that really draws Chinese, as a path: the machine's, else from apt where we are root, else from npm. One
 * without a Chinese font gets ours. What is installed stays for the next run.
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
  for (const find of [findOnMachine, installByApt, installByNpm]) {
    const browser = await find(say)
    if (!browser) continue
    if (await drawsChinese(browser)) return browser
    const withFont = giveFont(browser, say)
    if (await drawsChinese(withFont)) return withFont
    say(`${browser} 不能运行或不能显示中文 / does not run, or does not draw Chinese`)
  }
  throw new Error(
    '找不到能显示中文的 Chromium。请安装 chromium 和 fonts-noto-cjk，或检查 npm 网络后重试。\n' +
      'No Chromium that draws Chinese was found. Install chromium and fonts-noto-cjk, or check the network for npm and try again.',
  )
}

function findOnMachine(): string | undefined {
  const given = process.env.XIANQU_TEST_CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = names.flatMap((name) => folders.map((each) => join(each, name)))
  return [...(given ? [given] : []), ...candidates].find((path) => existsSync(path))
}

function installByApt(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  say('用 apt 安装 chromium 和中文字体 … / Installing chromium and a Chinese font by apt …')
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 }
  spawnSync('apt-get', ['-qq', 'update'], options)
  spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options)
  return findOnMachine()
}

async function installByNpm(say: (line: string) => void): Promise<string> {
  installPackages(say)
  const unpacked = join(packages, '.unpacked')
  mkdirSync(unpacked, { recursive: true })
  const unpack = `
    import chromium, { inflate } from '@sparticuz/chromium'
    await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')
    console.log(await chromium.executablePath())`
  const options = { cwd: folder, env: { ...process.env, TMPDIR: unpacked } }
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], options)
  const program = stdout.trim()
  if (spawnSync(program, ['--version']).status === 0) return program
  return wrap('chromium-with-libraries', program, { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib') })
}

function giveFont(browser: string, say: (line: string) => void): string {
  installPackages(say)
  const config = join(packages, 'fonts.conf')
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
  <dir>/usr/share/fonts</dir><dir>${join(packages, '@embedpdf', 'fonts-sc', 'fonts')}</dir>
  <cachedir>${join(packages, '.font-cache')}</cachedir>
</fontconfig>\n`,
  )
  return wrap('chromium-with-font', browser, { FONTCONFIG_FILE: config })
}

function installPackages(say: (line: string) => void): void {
  if (existsSync(join(packages, '.package-lock.json'))) return
  say('从 npm 安装测试用的浏览器和中文字体 … / Installing a browser and a Chinese font for tests from npm …')
  spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 2, 2] })
}

/** One path that carries its environment, since only a path reaches the tests. */
function wrap(name: string, program: string, variables: Record<string, string>): string {
  const file = join(packages, name)
  const assignments = Object.entries(variables).map(([key, value]) => `export ${key}='${value}'`)
  writeFileSync(file, ['#!/bin/sh', ...assignments, `exec '${program}' "$@"`, ''].join('\n'))
  chmodSync(file, 0o755)
  return file
}
