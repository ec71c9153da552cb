import { defineRefusals } from './refusal-registry.ts'

/** What any route may answer instead of its result. */
export const platformRefusals = defineRefusals({
  'session.required': {
    status: 401,
    level: 'info',
    zh: '尚未登录或登录已超时，请重新登录。',
    en: 'You are not signed in, or the session has timed out. Sign in again.',
  },
  'session.staff-only': {
    status: 403,
    level: 'warn',
    zh: '这里供工作人员使用，居民账号不能进入；请从“我要办事”办理，工作人员请用工作账号登录。',
    en: 'This is for staff; a resident’s account does not open it. Use the residents’ pages, or sign in as staff.',
  },
  'session.resident-only': {
    status: 403,
    level: 'warn',
    zh: '这里供居民本人办事，工作账号不能代替；请用本人手机号登录。',
    en: 'This is for residents themselves; a staff account does not open it. Sign in with your own phone.',
  },
  'permission.missing': {
    status: 403,
    level: 'warn',
    zh: '当前岗位“{post}”没有此项权限（{permission}），可切换岗位，或请系统管理员核对岗位权限。',
    en: 'The post “{post}” does not hold the permission {permission}. Switch posts, or ask the administrator.',
  },
  'permission.reach': {
    status: 403,
    level: 'warn',
    zh: '此项权限（{permission}）管不到这条记录，它属于其他单位或个人。',
    en: 'The permission {permission} does not reach this record; it belongs to another unit or person.',
  },
  'input.invalid': {
    status: 422,
    level: 'info',
    zh: '填写的内容不符合要求，请按提示修改；没有保存任何内容。',
    en: 'The input does not fit; see the issues. Nothing was saved.',
  },
  'input.malformed': {
    status: 400,
    level: 'info',
    zh: '请求无法解读；没有保存任何内容。',
    en: 'The request cannot be read. Nothing was saved.',
  },
  'input.too-large': {
    status: 413,
    level: 'info',
    zh: '文件或内容太大，上限为 {limitMegabytes} MB；没有保存任何内容。',
    en: 'The file or body is too large; the limit is {limitMegabytes} MB. Nothing was saved.',
  },
  'route.unknown': {
    status: 404,
    level: 'info',
    zh: '没有这个接口地址。',
    en: 'There is no such address.',
  },
  'record.unknown': {
    status: 404,
    level: 'info',
    zh: '没有这条记录，或当前岗位无权知道它是否存在。',
    en: 'There is no such record, or this post may not know whether there is.',
  },
  'command.key-missing': {
    status: 428,
    level: 'info',
    zh: '写操作须带 Idempotency-Key 请求头（1 至 64 个字符），以免重复提交。',
    en: 'A command needs an Idempotency-Key header of 1 to 64 characters, so that a repeat is not done twice.',
  },
  'command.key-reused': {
    status: 422,
    level: 'warn',
    zh: '同一个 Idempotency-Key 已用于另一次不同的提交；请换一个新的。',
    en: 'This Idempotency-Key was used for a different command. Take a new one.',
  },
  'command.conflict': {
    status: 409,
    level: 'info',
    zh: '这条记录刚刚被别人改动，请刷新后再操作；您的内容没有保存。',
    en: 'Somebody has just changed this record. Load it anew and try again; nothing of yours was saved.',
  },
  'rate.exceeded': {
    status: 429,
    level: 'warn',
    zh: '操作过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'service.fault': {
    status: 500,
    level: 'error',
    zh: '系统出错，内容没有保存。请把编号 {trace} 告诉系统管理员。',
    en: 'Something is wrong on our side; nothing was saved. Tell the administrator the number {trace}.',
  },
  'service.busy': {
    status: 503,
    level: 'error',
    zh: '系统暂时繁忙，内容没有保存，请稍后重试。',
    en: 'The service is busy; nothing was saved. Try again soon.',
  },
})
