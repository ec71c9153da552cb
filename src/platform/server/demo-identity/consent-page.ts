import type { DemoIdentityTask } from './person.ts'

const style = `
  body { margin: 0; padding: 16px; font: 18px/1.6 sans-serif; color: #1b2330; background: #f3f5f8; }
  main { max-width: 480px; margin: 0 auto; }
  h1 { font-size: 24px; }
  label { display: flex; gap: 12px; align-items: center; min-height: 44px; padding: 6px 12px; background: #fff; border-bottom: 1px solid #d8dde5; }
  small { display: block; color: #4a5568; font-size: 15px; line-height: 1.4; }
  input { flex: none; width: 20px; height: 20px; }
  fieldset { border: 0; padding: 0; margin: 16px 0; }
  legend { padding: 0 0 8px; }
  button { display: block; width: 100%; min-height: 48px; margin-top: 12px; font: inherit; color: #1b2330; background: #fff; border: 1px solid #6b7686; border-radius: 6px; }
  button.main { color: #fff; background: #0b57d0; border-color: #0b57d0; }`

/** The page of the provider: who of the invented people one is, and whether one consents. */
export function consentPage({ people, county }: DemoIdentityTask, asked: URLSearchParams): string {
  const kept = [...asked].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const choices = people.map(
    ({ name, number, zh, en }, index) =>
      `<label><input type="radio" name="person" value="${escaped(number)}"${index === 0 ? ' checked' : ''}><span>${escaped(name)} <small>${zh} <span lang="en">${en}</span></small></span></label>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>统一身份认证（演示）</title><style>${style}</style></head><body><main>
<h1>统一身份认证（演示）</h1>
<p>这里代替省统一身份认证平台，人员均为虚构。同意后，姓名和身份证号码会告诉${escaped(county)}。<br>
<span lang="en">It stands for the province’s platform; everybody is invented.</span></p>
<form action="decide">${kept.join('')}
<fieldset><legend>您是谁 <span lang="en">Who are you</span></legend>${choices.join('')}</fieldset>
<button class="main" name="how" value="consent">同意并登录</button>
<button name="how" value="refuse">取消</button>
</form></main></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
