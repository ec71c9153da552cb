import { spawn } from 'node:child_process'
import { join } from 'node:path'

type Step = {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** What to do when it fails. */
  readonly remedy: string
}

type Outcome = Step & { readonly passed: boolean; readonly output: string; readonly seconds: number }

const root = join(import.meta.dirname, '..')
const atOnce = 2

/** For whoever runs every test afterwards. */
const withoutTests = '--without-tests'
const asked = process.argv.slice(2)
/** Folders to check alone, as `npm run check -- src/scenarios/NAME` while one works there; none checks everything. */
const only = asked.filter((one) => one !== withoutTests).map((folder) => folder.replace(/\/$/, ''))

const steps: readonly Step[] = [
  {
    name: 'format and lint',
    command: ['biome', 'check', '--error-on-warnings', ...orAll('.')],
    remedy: 'npx biome check --write . repairs most of it; the rest is explained above.',
  },
  types('shared', 'Kernel, contracts and domain see neither Node nor the browser.'),
  types('server', 'Fix the types; never silence them.'),
  types('web', 'Fix the types; never silence them.'),
  {
    name: 'walls',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      ...orAll('src', 'tools', 'bench', 'tests'),
    ],
    remedy: 'Each rule says above why it stands and what to do instead.',
  },
  {
    name: 'walls in the text',
    command: [process.execPath, 'tools/check/text-walls.ts'],
    remedy: 'Each line above names the file, the wall and its reason.',
  },
  {
    name: 'unused',
    command: ['knip', '--no-progress'],
    remedy: 'Remove what nothing uses: files, exports, packages.',
  },
  {
    name: 'generated files',
    command: [process.execPath, 'tools/gen.ts', '--check'],
    remedy: 'npm run gen writes them; commit what changes.',
  },
  {
    name: 'unit tests',
    command: [
      'vitest',
      'run',
      '--project',
      'unit',
      '--reporter',
      'dot',
      ...(only.length > 0 ? ['--passWithNoTests', ...only] : []),
    ],
    remedy: 'npx vitest run --project unit PATH runs one file.',
  },
]

const outcomes = await runAll(steps.filter(({ name }) => name !== 'unit tests' || !asked.includes(withoutTests)))
const failed = outcomes.filter((outcome) => !outcome.passed)
console.log(`\n${outcomes.length - failed.length} of ${outcomes.length} checks passed`)
for (const { name, remedy } of failed) console.log(`  failed: ${name}. ${remedy}`)
process.exitCode = failed.length > 0 ? 1 : 0

function types(project: string, remedy: string): Step {
  const whole = ['tsc', '-p', `tsconfig.${project}.json`, '--pretty'] as const
  const part = [process.execPath, 'tools/check/types-of.ts', project, ...only] as const
  return { name: `types (${project})`, command: only.length > 0 ? part : whole, remedy }
}

function orAll(...all: string[]): string[] {
  return only.length > 0 ? only : all
}

/** Runs a few at once, for most of them use one core. */
async function runAll(waiting: Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step)
      outcomes.push(outcome)
      report(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return outcomes
}

function run(step: Step): Promise<Outcome> {
  const [program, ...args] = step.command
  const started = performance.now()
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`
  const child = spawn(program, args, { cwd: root, env: { ...process.env, PATH: path, FORCE_COLOR: color() } })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    const end = (code: number | null) =>
      resolve({ ...step, passed: code === 0, output, seconds: (performance.now() - started) / 1000 })
    child.on('close', end)
    child.on('error', (error) => {
      output += error.message
      end(1)
    })
  })
}

function report({ name, passed, output, seconds }: Outcome): void {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
  if (!passed) console.log(output)
}

function color(): string {
  return process.stdout.isTTY ? '1' : '0'
}
