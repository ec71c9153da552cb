import { type Command, Option } from 'commander'
import { tell } from '#platform/contract/refusal-registry.ts'
import { ruleRefusals } from '#platform/contract/rule-refusals.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import { type KitReport, runKitFolder } from './conformance/run-folder.ts'
import { checkModel } from './domain/check/check-model.ts'
import { type TryOut, tryOut } from './domain/try-out.ts'
import { type Decided, decideOn } from './evaluate-decision.ts'
import { readFacts, readModelFile, readPastCases } from './read-files.ts'
import { commandMilliseconds, withinTime } from './within-time.ts'

const texts = ruleRefusals
/** Ten thousand past cases take some seconds. */
const tryOutMilliseconds = 120_000

/**
 * Adds `rules` with its commands. They need files alone, no data folder and no database.
 * Exit status: 0 done, 1 refused, 2 a file that cannot be used. The answer is JSON on standard output; a refusal is its code and its
 * sentence in both languages on standard error.
 */
export function registerRules(program: Command): void {
  const rules = program.command('rules').description('规则：计算、检查、试算  Rules: evaluate, check, try out')
  const decision = () => new Option('--decision <name>', '决策名称 the decision').makeOptionMandatory()
  rules
    .command('evaluate <model>')
    .description('用事实计算一个决策，并说明理由  Work a decision out from facts, and say why')
    .addOption(decision())
    .requiredOption('--input <file>', '事实（JSON，- 为标准输入） facts as JSON; - is standard input')
    .action(async (file: string, { decision: name, input }: { decision: string; input: string }) =>
      print(await evaluateFile(file, name, input)),
    )
  rules
    .command('check <model>')
    .description('检查规则模型的写法  Check that a model can be read, every cell of it')
    .action(async (file: string) => print(await checkFile(file)))
  rules
    .command('try <before> <after>')
    .description('用既往案例比较两个版本  Compare two versions on past cases')
    .addOption(decision())
    .requiredOption('--cases <file>', '既往案例的事实（JSON 数组） facts of past cases, a JSON list')
    .action(async (before: string, after: string, { decision: name, cases }: { decision: string; cases: string }) =>
      print(await tryFiles({ before, after }, name, cases)),
    )
  rules
    .command('conformance <folder>')
    .description('运行 DMN 公开的一致性测试集  Run the public conformance kit of DMN, or a part of it')
    .option('--json', '输出 JSON，列出每处不符 as JSON, with every deviation')
    .option('--strict', '有一处不符，退出码即为 1 exit with 1 when anything deviates')
    .action(async (folder: string, { json, strict }: { json?: true; strict?: true }) => {
      const report = await runKitFolder(folder)
      if (!report.ok || json) print(report)
      else process.stdout.write(inText(report.value))
      if (report.ok && strict && report.value.passed < report.value.cases) process.exitCode = 1
    })
}

function inText({ files, passed, cases }: KitReport): string {
  const lines = files.flatMap((one) => [
    `${one.passed === one.cases ? '✓' : '✗'} ${one.file} ${one.passed}/${one.cases}${one.unusable ? ` ${one.unusable}` : ''}`,
    ...one.deviations.map(
      ({ case: id, result, expected, got, refused }) =>
        `    ${id} ${result}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(got)}${refused ? ` (${refused})` : ''}`,
    ),
  ])
  return [...lines, `通过 passed ${passed} / ${cases}`, ''].join('\n')
}

async function evaluateFile(file: string, decision: string, input: string): Promise<Result<Decided>> {
  const [model, facts] = await Promise.all([readModelFile(file), readFacts(input)])
  if (!model.ok) return model
  if (!facts.ok) return facts
  return withinTime(() => decideOn(model.value, decision, facts.value, { decisionsAsFacts: true }), commandMilliseconds)
}

async function checkFile(file: string): Promise<Result<unknown>> {
  const model = await readModelFile(file)
  if (!model.ok) return model
  const faults = checkModel(model.value)
  if (faults.length > 0) process.exitCode = 1
  const { decisions, inputs, services } = model.value.model
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)
  return ok({ decisions: names(decisions), inputs: names(inputs), services: names(services), faults })
}

async function tryFiles(
  files: { before: string; after: string },
  decision: string,
  cases: string,
): Promise<Result<TryOut>> {
  const [before, after, past] = await Promise.all([
    readModelFile(files.before),
    readModelFile(files.after),
    readPastCases(cases),
  ])
  if (!before.ok) return before
  if (!after.ok) return after
  if (!past.ok) return past
  return withinTime(
    () => ok(tryOut({ before: before.value, after: after.value }, decision, past.value)),
    tryOutMilliseconds,
  )
}

function print(result: Result<unknown>): void {
  if (result.ok) {
    process.stdout.write(`${JSON.stringify(result.value, undefined, 2)}\n`)
    return
  }
  const { code, facts } = result.refusal
  const text = texts[code as keyof typeof texts]
  process.stderr.write(`${code}\n${tell(text.zh, facts)}\n${tell(text.en, facts, ', ')}\n`)
  process.exitCode = code.startsWith('rules.file.') ? 2 : 1
}
