import { defineRefusals } from './refusal-registry.ts'

/** What credentials may refuse. */
export const credentialRefusals = defineRefusals({
  'credentials.type.unknown': {
    status: 422,
    level: 'info',
    zh: '本县没有这种证照（{type}），或它还没有生效。',
    en: 'The county issues no credential of the type {type}, or does not yet.',
  },
  'credentials.fields.invalid': {
    status: 422,
    level: 'info',
    zh: '证照内容有 {count} 处不符合要求：{fields}。没有签发。',
    en: 'The contents do not fit in {count} places: {fields}. Nothing was issued.',
  },
  'credentials.standing.other': {
    status: 409,
    level: 'info',
    zh: '证照现在的状态（{state}）不能这样处理，请刷新后再看。',
    en: 'The credential is {state}, which rules this out. Load it anew.',
  },
  'credentials.showing.not-valid': {
    status: 409,
    level: 'info',
    zh: '这张证照现在不能出示：{state}。',
    en: 'The credential cannot be shown now: it is {state}.',
  },
  'credentials.showing.field-unknown': {
    status: 422,
    level: 'info',
    zh: '证照上没有这一项：{field}。',
    en: 'The credential has no field {field}.',
  },
  'credentials.showing.too-long': {
    status: 422,
    level: 'info',
    zh: '出示最长 {most} 天，且须晚于现在。',
    en: 'A showing lasts for {most} days at most, and ends in the future.',
  },
  'credentials.showing.ended': {
    status: 409,
    level: 'info',
    zh: '这次出示已经结束，不必再收回。',
    en: 'The showing has ended already.',
  },
  'credentials.verification.unreadable': {
    status: 422,
    level: 'info',
    zh: '没有可核验的内容：请扫描二维码、粘贴证照文本，或上传证照 PDF。',
    en: 'There is nothing to verify: scan the code, paste the text, or bring the PDF.',
  },
  'credentials.face.unidentified': {
    status: 409,
    level: 'info',
    zh: '还没有核对过身份，不能刷脸；请先在“我的”里完成实名，或到窗口办理。',
    en: 'Your identity was not checked yet. Do that under “Me” first, or come to the window.',
  },
  'credentials.face.used-up': {
    status: 429,
    level: 'info',
    zh: '今天的刷脸次数（{most} 次）已用完；可改用短信验证码，或到窗口办理。',
    en: 'The {most} face checks of today are used up. Use a code by SMS instead, or come to the window.',
  },
  'credentials.face.unavailable': {
    status: 503,
    level: 'warn',
    zh: '刷脸服务暂时不可用；可改用短信验证码，或到窗口办理。',
    en: 'The face service cannot be reached. Use a code by SMS instead, or come to the window.',
  },
  'credentials.face.ended': {
    status: 409,
    level: 'info',
    zh: '这次刷脸已经结束。',
    en: 'This face check has ended.',
  },
})
