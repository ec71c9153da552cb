import type { Searchable } from './search-index.ts'

const rows = `
fund-rent | 租房提取住房公积金 | Withdraw the housing fund to pay rent | 租房提公积金,无房提取,房租提取公积金,公积金付房租
fund-buy | 购房提取住房公积金 | Withdraw the housing fund to buy a home | 买房提公积金,首付提取公积金
fund-retire | 离退休提取住房公积金 | Withdraw the housing fund on retirement | 退休取公积金
fund-loan | 住房公积金贷款申请 | Housing fund loan | 公积金贷款,公积金买房贷款
company | 企业设立登记 | Company registration | 开公司,注册公司,办营业执照,成立有限公司
shop | 个体工商户注册登记 | Register a sole trader | 开店,开个小店,办个体户,摆摊办照
food | 食品经营许可 | Food business licence | 开饭店,开餐馆,食品许可证,卖吃的要什么证,卫生许可证
newborn | 新生儿出生“一件事” | Newborn: all in one | 生孩子,新生儿落户,宝宝上户口,小孩报户口,出生证明
household-move | 户口迁移 | Move household registration | 迁户口,户口迁入,转户口
household-split | 分户登记 | Split a household | 分户,户口分开
id-card | 居民身份证换领 | Renew an identity card | 换身份证,身份证到期,补办身份证,身份证丢了
residence | 居住证申领 | Residence permit | 办居住证,外地人居住证
social-card | 社会保障卡申领 | Social security card | 办社保卡,社保卡丢了,补办社保卡
pension | 城乡居民养老保险待遇申领 | Residents' pension | 领养老金,六十岁领养老金,农保
pension-join | 城乡居民养老保险参保登记 | Join residents' pension insurance | 交养老保险,参加养老保险
medical-join | 城乡居民医疗保险参保登记 | Join residents' medical insurance | 交医保,新农合,合作医疗
medical-claim | 医疗费用手工报销 | Medical expense reimbursement | 看病报销,医药费报销,住院报销,异地就医报销
medical-away | 异地就医备案 | Register for treatment elsewhere | 去外地看病,转院备案,去杭州住院
unemployment | 失业保险金申领 | Unemployment benefit | 失业金,丢了工作领钱,被辞退
old-age | 高龄津贴申请 | Old-age allowance | 老人补贴,八十岁老人补贴,高龄补贴,长寿金
disabled | 残疾人证办理 | Disability certificate | 办残疾证,残疾人证
disabled-care | 重度残疾人护理补贴 | Care allowance for the severely disabled | 残疾补贴,护理费
minimum | 最低生活保障申请 | Minimum living allowance | 低保,吃低保,困难补助,家里困难
hardship | 临时救助 | Temporary relief | 生大病救助,突发困难,救急
marriage | 婚姻登记预约 | Marriage registration | 领结婚证,结婚登记,离婚登记
school | 义务教育入学报名 | School enrolment | 上小学,孩子上学,小学报名,初中报名
veteran | 在乡复员军人证明 | Certificate of a demobilised soldier in the countryside | 复员军人证明,老兵证明,退伍军人证明
building | 建筑工程施工许可 | Construction permit | 施工许可证,开工许可
rural-house | 农村村民宅基地申请 | Rural homestead | 农村建房,宅基地,盖房子,造房子审批
driving | 机动车驾驶证换领 | Renew a driving licence | 换驾照,驾照到期,驾驶证丢了
car-plate | 机动车注册登记 | Register a vehicle | 新车上牌,车上牌照
rural-banquet | 农村家宴备案 | File a rural banquet | 办酒席,农村办酒,家里摆酒
farm-subsidy | 耕地地力保护补贴 | Farmland subsidy | 种粮补贴,农业补贴,种田补贴,惠农补贴
forest | 林木采伐许可 | Tree felling permit | 砍树,砍毛竹,伐木许可
water | 自来水报装 | Water connection | 装自来水,开户通水
funeral | 殡葬费用减免 | Funeral fee relief | 火化费减免,丧葬费,人去世了
title | 不动产转移登记 | Transfer of real estate | 房产过户,二手房过户,卖房过户
no-house | 无房证明查询 | Certificate of owning no home | 无房证明,没有房子的证明
job | 就业创业证申领 | Employment certificate | 就业证,创业补贴,创业贷款
tenancy | 公共租赁住房申请 | Public rental housing | 公租房,廉租房,申请租政府的房子
`

/** Matters as a county has them, for tests. */
export const exampleMatters: readonly Searchable[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [id = '', name = '', english = '', sayings = ''] = row.split('|').map((cell) => cell.trim())
    return { id, name, english, sayings: sayings.split(',') }
  })

/** As many matters as a large city has: those of the example, each coupled with another. */
export function manyMatters(count: number): readonly Searchable[] {
  return Array.from({ length: count }, (_, number) => {
    const example = exampleMatters[number % exampleMatters.length]
    const other = exampleMatters[(number * 7 + 3) % exampleMatters.length]
    if (!example || !other) throw new Error('there are no examples')
    return { ...example, id: String(number), name: `${example.name}（${other.name}）` }
  })
}
