import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleMatters, manyMatters } from './example-matters.ts'
import { searchIndex } from './search-index.ts'

const index = searchIndex(exampleMatters)
const ids = (question: string) => index.search(question).map(({ id }) => id)

describe('everyday Chinese', () => {
  test.each([
    ['租房怎么提公积金', 'fund-rent'],
    ['我租房子能不能取公积金', 'fund-rent'],
    ['买房子公积金怎么取出来', 'fund-buy'],
    ['退休了公积金怎么拿', 'fund-retire'],
    ['公积金贷款要什么材料', 'fund-loan'],
    ['我想开个公司', 'company'],
    ['营业执照怎么办', 'company'],
    ['想开个小店要办什么手续', 'shop'],
    ['我要开饭店', 'food'],
    ['宝宝出生了怎么上户口', 'newborn'],
    ['刚生了孩子要办什么', 'newborn'],
    ['户口迁到县城', 'household-move'],
    ['身份证丢了怎么补', 'id-card'],
    ['社保卡不见了要补办', 'social-card'],
    ['到六十岁了怎么领养老金', 'pension'],
    ['农村合作医疗在哪里交', 'medical-join'],
    ['住院的医药费怎么报销', 'medical-claim'],
    ['去杭州看病要备案吗', 'medical-away'],
    ['被公司辞退了可以领失业金吗', 'unemployment'],
    ['我妈妈80岁了有没有补贴', 'old-age'],
    ['八十岁老人有什么钱可以领', 'old-age'],
    ['办残疾证去哪里', 'disabled'],
    ['家里很困难想申请低保', 'minimum'],
    ['领结婚证要预约吗', 'marriage'],
    ['孩子今年上小学怎么报名', 'school'],
    ['退伍老兵的证明怎么开', 'veteran'],
    ['农村老家想盖房子', 'rural-house'],
    ['驾照快到期了怎么换', 'driving'],
    ['新车怎么上牌', 'car-plate'],
    ['家里办酒席要不要备案', 'rural-banquet'],
    ['种粮食的补贴什么时候发', 'farm-subsidy'],
    ['山上的毛竹可以砍吗', 'forest'],
    ['二手房怎么过户', 'title'],
    ['我没有房子的证明', 'no-house'],
    ['想租政府的房子', 'tenancy'],
  ])('%s finds %s first', (question, wanted) => {
    expect(ids(question)[0]).toBe(wanted)
  })
})

describe('two characters', () => {
  test.each([
    ['低保', 'minimum'],
    ['砍树', 'forest'],
    ['过户', 'title'],
    ['落户', 'newborn'],
    ['分户', 'household-split'],
    ['驾照', 'driving'],
  ])('%s finds %s first', (question, wanted) => {
    expect(ids(question)[0]).toBe(wanted)
  })

  test.each([
    ['社保', 'social-card'],
    ['医保', 'medical-join'],
    ['公积', 'fund-rent'],
    ['补贴', 'old-age'],
  ])('%s finds %s among others', (question, wanted) => {
    expect(ids(question)).toContain(wanted)
  })
})

describe('pinyin, in full, with blanks, by first letters, beside characters', () => {
  test.each([
    ['zufangtiqugongjijin', 'fund-rent'],
    ['zu fang zen me ti gong ji jin', 'fund-rent'],
    ['gongjijindaikuan', 'fund-loan'],
    ['kaigongsi', 'company'],
    ['shenfenzheng', 'id-card'],
    ['xinshenger', 'newborn'],
    ['dibao', 'minimum'],
    ['sbk', 'social-card'],
    ['gjjdk', 'fund-loan'],
    ['jzzsl', 'residence'],
    ['GLJT', 'old-age'],
    ['gjj贷款', 'fund-loan'],
    ['zufang公积金', 'fund-rent'],
  ])('%s finds %s first', (question, wanted) => {
    expect(ids(question)[0]).toBe(wanted)
  })
})

describe('slips: characters that sound alike, letters wrong, sounds that the south does not tell apart', () => {
  test.each([
    ['公鸡金贷款', 'fund-loan'],
    ['租房提公基金', 'fund-rent'],
    ['身分证', 'id-card'],
    ['残急证', 'disabled'],
    ['高玲津贴', 'old-age'],
    ['地保', 'minimum'],
    ['营业职照', 'company'],
    ['社保咔', 'social-card'],
    ['宅机地', 'rural-house'],
    ['gongjijn daikuan', 'fund-loan'],
    ['shenfenzhen', 'id-card'],
    ['sehnfenzheng', 'id-card'],
    ['canjizen', 'disabled'],
    ['yinyezhizhao', 'company'],
    ['gonjijindaikuan', 'fund-loan'],
    ['ＧＪＪ贷款', 'fund-loan'],
  ])('%s finds %s first', (question, wanted) => {
    expect(ids(question)[0]).toBe(wanted)
  })
})

describe('English', () => {
  test.each([
    ['company registration', 'company'],
    ['pension', 'pension'],
    ['housing fund rent', 'fund-rent'],
    ['driving licence', 'driving'],
    ['drivng licence', 'driving'],
    ['school', 'school'],
  ])('%s finds %s first', (question, wanted) => {
    expect(ids(question)[0]).toBe(wanted)
  })
})

test('what nobody does here finds nothing', () => {
  const strange = ['', '  ', '？！', '火星移民', 'qqqqqq', 'zzzzxxxx', '🙂', '狐找', 'baby']
  for (const question of strange) expect([question, ids(question)]).toEqual([question, []])
})

test('whatever is typed gets an answer, the same each time, without a repeat', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (question) => {
      const hits = index.search(question)
      expect(index.search(question)).toEqual(hits)
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
    }),
    { numRuns: 200 },
  )
})

test('the name of a thing finds the thing first', () => {
  for (const { id, name } of exampleMatters) expect([name, ids(name)[0]]).toEqual([name, id])
})

test('five thousand matters are searched in far less than fifty milliseconds', () => {
  const large = searchIndex(manyMatters(5_000))
  const questions = ['租房怎么提公积金', 'gongjijn daikuan', 'sbk', '营业职照', 'company registration']
  for (const question of questions) large.search(question)
  const began = process.cpuUsage()
  for (let turn = 0; turn < 40; turn += 1) large.search(questions[turn % questions.length] ?? '')
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000 / 40).toBeLessThan(50) // of the processor, for others work on the machine too; bench search tells p95
})
