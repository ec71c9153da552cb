import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const template = join(import.meta.dirname, 'new-scenario', 'template')
const [id, zh, title] = process.argv.slice(2)

if (!id || !zh || !/^[a-z]{3,30}$/.test(id)) {
  fail('Use: npm run new-scenario -- ID 中文名 ["English name"], ID being one English word in lower case, as banquets')
} else if (existsSync(join(root, 'src', 'scenarios', id))) {
  fail(`src/scenarios/${id} is there already; choose another id, or delete that folder first`)
} else {
  writeScenario({ id, zh, Title: title ?? id.charAt(0).toUpperCase() + id.slice(1) })
  run(join(root, 'node_modules', '.bin', 'biome'), 'check', '--write', '--log-level', 'error', `src/scenarios/${id}`)
  run(process.execPath, join('tools', 'gen.ts'))
  console.log(`
src/scenarios/${id} is a scenario: a table, two routes, a page. It passes npm run check as it is. Now
  1. say in its README.md what it is and on which law;
  2. give ${id}.read and ${id}.add to roles in counties/<name>/roles.yaml;
  3. npm start, sign in, and change the rule, the table and the page into what you need.
To take it back: delete the folder and run npm run gen.`)
}

function writeScenario(values: Readonly<Record<string, string>>): void {
  const fill = (text: string) => text.replace(/__(\w+?)__/g, (whole, name: string) => values[name] ?? whole)
  for (const file of globSync('**/*.template', { cwd: template })) {
    const target = join(root, 'src', 'scenarios', values.id ?? '', fill(file.replace(/\.template$/, '')))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, fill(readFileSync(join(template, file), 'utf8')))
  }
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
