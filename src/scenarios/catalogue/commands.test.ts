import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, expect, test, vi } from 'vitest'
import { addCommands } from './server/commands.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})

/** Runs `catalogue analyse` on a file with this text; gives what it wrote and its exit status. */
async function analyse(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'xianqu-catalogue-')), '目录.csv')
  writeFileSync(file, text)
  const [out, err] = [process.stdout, process.stderr].map(listenTo)
  const program = new Command()
  addCommands(program)
  await program.parseAsync(['catalogue', 'analyse', file], { from: 'user' })
  return { out: out?.join('') ?? '', err: err?.join('') ?? '', status: Number(process.exitCode ?? 0) }
}

/** What is written to a stream from now on, piece by piece. */
function listenTo(stream: NodeJS.WriteStream): readonly string[] {
  const pieces: string[] = []
  vi.spyOn(stream, 'write').mockImplementation((piece) => pieces.push(String(piece)) > 0)
  return pieces
}

test('a catalogue is analysed at the command line, without a platform', async () => {
  const { status, out } = await analyse(`事项编码,事项名称,主管单位,年办件量,材料
1,提取公积金,公积金中心,900,无房证明@自然资源局；身份证@申请人
2,开公司,市场监管局,50,户口簿@公安局；无房证明@自然资源局
3,办证,公安局,10,照片@申请人
4,别的,民政局,5,一张纸
`)
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    ...{ matters: 4, alone: 1, others: 2, unclear: 1, cases: 965 },
    plans: [
      { most: 1, cases: 900, isProved: true },
      { most: 2, cases: 950, isProved: true },
    ],
  })
})

test('what is no catalogue is refused with the columns that it lacks', async () => {
  const { status, err } = await analyse('事项编码,事项名称\n1,开公司\n')
  expect(status).toBe(1)
  expect(err).toContain('catalogue.columns.missing')
  expect(err).toContain('主管单位、年办件量、材料')
})
