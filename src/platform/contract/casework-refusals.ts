import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What casework may refuse. */
export const caseworkRefusals = defineRefusals({
  'casework.matter.unknown': {
    ...{ status: 422, level: 'info' },
    zh: '没有这个事项（{matter}），或者它还没有开始办理。请搜索后重新选择。',
    en: 'There is no matter {matter} that can be asked for now; search again.',
  },
  'casework.applicant.kind': {
    ...{ status: 422, level: 'info' },
    zh: '“{matter}”不受理这一类申请人。',
    en: '“{matter}” cannot be asked for by this kind of applicant.',
  },
  'casework.applicant.unverified': {
    ...{ status: 403, level: 'info' },
    zh: '请先完成实名认证，再申请办理。已填写的内容保留在草稿里。',
    en: 'Verify who you are first; what you have filled in is kept as a draft.',
  },
  'casework.form.invalid': {
    ...{ status: 422, level: 'info' },
    zh: '表单有 {count} 处需要改正：{fields}。没有提交，已填写的内容保留。',
    en: 'The form needs {count} corrections: {fields}. Nothing was submitted; what was filled in is kept.',
  },
  'casework.case.under-way': {
    ...{ status: 409, level: 'info' },
    zh: '同一事项已有一件正在办理（{number}），不必重复申请；可在“我的办件”查看进度。',
    en: 'A case of this matter is under way already ({number}); see its progress under “my cases”.',
  },
  'casework.case.over': {
    ...{ status: 409, level: 'info' },
    zh: '这件已经办结，不能再改。对结果有异议，请按决定书所列途径提出。',
    en: 'The case has ended and cannot be changed; the decision tells how to object.',
  },
  'casework.case.not-gathering': {
    ...{ status: 409, level: 'info' },
    zh: '这件的材料已经齐全，不需要再补交。',
    en: 'The case has all that it needs; nothing more is to be supplied.',
  },
  'casework.case.not-rejected': {
    ...{ status: 409, level: 'info' },
    zh: '只有不予办理的件可以重新办理。',
    en: 'Only a rejected case can be opened again.',
  },
  'casework.material.missing': {
    ...{ status: 422, level: 'info' },
    zh: '还缺少须由您提供的材料：{materials}。没有提交，已填写的内容保留。',
    en: 'Materials that only you can supply are missing: {materials}. Nothing was submitted.',
  },
  'casework.material.unknown': {
    ...{ status: 422, level: 'info' },
    zh: '本事项没有材料“{material}”。',
    en: 'The matter asks for no material “{material}”.',
  },
  'casework.material.there': {
    ...{ status: 409, level: 'info' },
    zh: '“{material}”已经有了，不需要再提供。',
    en: '“{material}” is there already.',
  },
  'casework.consent.not-asked': {
    ...{ status: 409, level: 'info' },
    zh: '这项材料现在不需要您的同意。',
    en: 'Your consent is not asked for this material now.',
  },
  'casework.consent.not-own': {
    ...{ status: 403, level: 'info' },
    zh: '查询本人的数据，只有本人能同意；请申请人用自己的账号操作。',
    en: 'Only the person concerned can consent; the applicant does so from their own account.',
  },
  'casework.material.by-data-only': {
    ...{ status: 422, level: 'info' },
    zh: '“{material}”只能由数据核验，不收纸质材料；系统会继续自动核验。',
    en: '“{material}” is checked by data only; the platform goes on asking by itself.',
  },
  'casework.material.file-unknown': {
    ...{ status: 422, level: 'info' },
    zh: '所附文件不存在或不是您上传的，请重新上传。',
    en: 'A file is not there or not yours; upload it again.',
  },
  'casework.step.not-open': {
    ...{ status: 409, level: 'info' },
    zh: '这一步现在不能办理：还没有轮到，或者已经办完。请刷新查看。',
    en: 'The step is not open: its turn has not come, or it is done. Load the page again.',
  },
  'casework.step.other-unit': {
    ...{ status: 403, level: 'warn' },
    zh: '这一步由其他单位办理，您不能代办。',
    en: 'The step is another unit’s to do.',
  },
  'casework.case.not-taken': {
    ...{ status: 403, level: 'warn' },
    zh: '这件不是本单位收的，或者本人的委托已经结束；请申请人本人或收件的单位来办。',
    en: 'Your unit did not take this case, or the mandate has ended; the applicant, or whoever took it, does this.',
  },
  'casework.step.not-deciding': {
    ...{ status: 422, level: 'info' },
    zh: '“{step}”不作决定，不能在这一步不予办理。',
    en: '“{step}” decides nothing and cannot reject the case.',
  },
  'casework.step.gives-missing': {
    ...{ status: 422, level: 'info' },
    zh: '这一步还须填写：{fields}。',
    en: 'The step has still to give: {fields}.',
  },
  'casework.correction.asked-before': {
    ...{ status: 409, level: 'info' },
    zh: '补正只能一次性告知，这一步已经告知过，不能再次要求补正。',
    en: 'What is missing is told once, with the whole list; this step has asked before.',
  },
  'casework.correction.none': {
    ...{ status: 409, level: 'info' },
    zh: '现在没有等待补正的内容。',
    en: 'No correction is being waited for.',
  },
  'casework.payment.unavailable': {
    ...{ status: 503, level: 'warn' },
    zh: '银行暂时没有回应，划款指令会自动重发，不会重复支付。',
    en: 'The bank does not answer; the order is sent again by itself and paid once.',
  },
  'casework.payment.returned': {
    ...{ status: 409, level: 'warn' },
    zh: '银行退回了款项（{reason}），请更正收款账户。',
    en: 'The bank gave the money back ({reason}); the account must be corrected.',
  },
  'casework.payment.refused': {
    ...{ status: 409, level: 'error' },
    zh: '银行没有接受划款指令，不会再发，请经办单位与银行核实。',
    en: 'The bank did not take the order, and it is not sent again; whoever pays asks the bank.',
  },
  'casework.payment.not-returned': {
    ...{ status: 409, level: 'info' },
    zh: '这笔款项没有被银行退回，或者已经更正过收款账户，正在重新划转。请刷新查看。',
    en: 'The bank did not give this payment back, or its account was corrected already. Load the page again.',
  },
  'casework.payment.same-account': {
    ...{ status: 422, level: 'info' },
    zh: '这个账号就是银行退回的账号，银行没有这个账户。请核对后填写另一个账号。',
    en: 'The bank does not know this very account; give another one.',
  },
  'casework.payment.account-invalid': {
    ...{ status: 422, level: 'info' },
    zh: '这不是有效的银行卡号或账号，请核对每一位。',
    en: 'This is no valid number of a card or an account; check each digit.',
  },
  'casework.payment.not-failed': {
    ...{ status: 409, level: 'info' },
    zh: '这笔款项没有等待重新发出的指令，或者已经有人重新发出。请刷新查看。',
    en: 'This payment does not wait to be ordered anew, or somebody has just done it. Load the page again.',
  },
  'casework.payment.other-unit': {
    ...{ status: 403, level: 'warn' },
    zh: '这笔款项由作出决定的单位负责支付，您不能重新发出。',
    en: 'The unit that decided answers for this payment; you cannot order it anew.',
  },
  'casework.payment.no-amount': {
    ...{ status: 409, level: 'error' },
    zh: '决定里没有可支付的金额，请经办人处理。',
    en: 'The decision gives no amount to pay.',
  },
  'casework.case.undecided': {
    ...{ status: 409, level: 'info' },
    zh: '这件还没有作出决定，暂时没有决定书；可以打印受理通知书。',
    en: 'The case is not decided yet; there is a receipt, but no decision to print.',
  },
})
