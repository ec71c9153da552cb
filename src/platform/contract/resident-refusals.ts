import { defineRefusals } from './refusal-registry.ts'

/** What the residents' door may answer instead of opening. */
export const residentRefusals = defineRefusals({
  'residents.code.wrong': {
    status: 422,
    level: 'info',
    zh: '验证码不对、已过期或已用过。请核对后重填，或重新获取。',
    en: 'The code is wrong, too old or used. Check it, or ask for another.',
  },
  'residents.code.too-many': {
    status: 429,
    level: 'info',
    zh: '获取验证码过于频繁，请 {seconds} 秒后再试。',
    en: 'Too many codes were asked for. Try again in {seconds} seconds.',
  },
  'residents.code.no-channel': {
    status: 503,
    level: 'error',
    zh: '本县还没有接通短信，暂时不能用手机号登录，请到窗口办理。',
    en: 'This county has no channel for short messages yet. Go to a service window.',
  },
  'residents.code.unsent': {
    status: 503,
    level: 'warn',
    zh: '短信没有发出去，请稍后再试，或到窗口办理。',
    en: 'The message could not be sent. Try again later, or go to a service window.',
  },
  'residents.identity.malformed': {
    status: 422,
    level: 'info',
    zh: '身份证号码不对，请核对每一位数字。',
    en: 'This is no identity number; check each digit.',
  },
  'residents.identity.too-often': {
    status: 429,
    level: 'warn',
    zh: '一天内最多核验 {checks} 次，请明天再试，或带身份证到窗口办理。',
    en: 'At most {checks} checks in a day. Try again tomorrow, or bring the card to a service window.',
  },
  'residents.identity.differs': {
    status: 422,
    level: 'info',
    zh: '姓名和身份证号码与户籍登记不一致，请核对；户籍在外地的请带身份证到窗口办理。',
    en: 'Name and number differ from the household register. If you are registered elsewhere, bring the card to a window.',
  },
  'residents.identity.unavailable': {
    status: 503,
    level: 'warn',
    zh: '户籍登记暂时查询不到，请稍后再试；急办的请带身份证到窗口办理。',
    en: 'The household register does not answer at present. Try again later, or bring the card to a window.',
  },
  'residents.identity.taken': {
    status: 409,
    level: 'warn',
    zh: '这个身份已绑定另一个手机号，请用那个手机号登录；手机号已不用的，请带身份证到窗口更换。',
    en: 'This identity has another phone. Sign in by that one, or bring the card to a window to change it.',
  },
  'residents.identity.other': {
    status: 409,
    level: 'warn',
    zh: '这个手机号已实名为另一人；换人使用手机号的，请带身份证到窗口办理。',
    en: 'This phone belongs to somebody else by name. If it has changed hands, bring the card to a window.',
  },
  'residents.external.bound': {
    status: 409,
    level: 'warn',
    zh: '这个身份在本平台已绑定另一个统一身份账号，请用那个账号登录，或带身份证到窗口办理。',
    en: 'This identity is bound to another account of that provider. Sign in by that one, or bring the card to a window.',
  },
  'residents.external.other': {
    status: 409,
    level: 'warn',
    zh: '这个统一身份账号现在的身份与当初绑定的不是同一人，没有登录；请带身份证到窗口办理。',
    en: 'This account now names somebody else than the one whom it was bound to. Bring the card to a window.',
  },
  'residents.enterprise.none': {
    status: 403,
    level: 'warn',
    zh: '您现在不能代表这家企业办这件事：登记机关没有登记您为它的法定代表人，也没有在期限内的经办委托。请在“我的企业”里重新核验。',
    en: 'You do not act for this enterprise in this matter: the register does not name you, and no mandate is in force. Ask the register again under “My enterprises”.',
  },
  'residents.enterprise.unavailable': {
    status: 503,
    level: 'warn',
    zh: '市场主体登记暂时查询不到，请稍后再试；急办的请带营业执照和身份证到窗口办理。',
    en: 'The register of enterprises does not answer at present. Try again later, or bring licence and identity card to a window.',
  },
  'residents.mandate.none': {
    status: 403,
    level: 'warn',
    zh: '没有本人对这件事的代办委托，或委托已到期、已撤回；请先取得本人同意。',
    en: 'There is no mandate of this person for this matter, or it has ended or was withdrawn. Ask for their consent first.',
  },
  'residents.mandate.over': {
    status: 409,
    level: 'info',
    zh: '这项委托已经结束。',
    en: 'This mandate is over.',
  },
  'residents.mandate.ends-before': {
    status: 422,
    level: 'info',
    zh: '委托的截止日期应在今天之后。',
    en: 'A mandate ends after today.',
  },
  'residents.mandate.too-long': {
    status: 422,
    level: 'info',
    zh: '一项委托最长一年，到期可以再委托。',
    en: 'A mandate lasts a year at most; it can be given again then.',
  },
  'residents.mandate.oneself': {
    status: 422,
    level: 'info',
    zh: '自己的事不用委托自己。',
    en: 'Nobody needs a mandate of their own.',
  },
  'residents.mandate.helper-unknown': {
    status: 422,
    level: 'info',
    zh: '没有找到这个手机号和姓名的实名居民，请核对，或请对方先登录并实名。',
    en: 'No checked resident has this phone and name. Check both, or ask them to sign in and have their identity checked.',
  },
  'residents.mandate.matter-unknown': {
    status: 422,
    level: 'info',
    zh: '没有“{matter}”这个事项。',
    en: 'There is no matter “{matter}”.',
  },
  'residents.identity.required': {
    status: 403,
    level: 'info',
    zh: '办理这件事要先实名：填写姓名和身份证号码，一次即可。',
    en: 'This needs your identity checked first: name and number, once.',
  },
})
