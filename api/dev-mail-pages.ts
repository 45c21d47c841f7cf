import type { CaughtHead, CaughtMail } from './dev-inbox.ts'

/** The whole page: list and reader side by side, each a frame, so that the list renews itself without script. */
export function framesPage(to: string | null): string {
  const query = to === null ? '' : `?to=${encodeURIComponent(to)}`
  return page(
    '收件箱 Mail inbox',
    `<body class="frames"><header><h1>演示收件箱 <small>Demo inbox</small></h1>
<form method="get" action="/dev/mail"><input type="search" name="to" value="${escaped(to ?? '')}" placeholder="收件地址 address" aria-label="收件地址 address"><button>筛选 Filter</button>${to === null ? '' : '<a href="/dev/mail">全部 All</a>'}</form>
<a href="/dev/mail.json${escaped(query)}" target="_blank">JSON</a></header>
<main><iframe class="list" name="list" title="列表 List" src="/dev/mail/list${escaped(query)}"></iframe><iframe class="reader" name="reader" title="邮件 Mail" src="/dev/mail/none"></iframe></main></body>`,
  )
}

/** Newest first; renews itself every few seconds. */
export function listPage(heads: readonly CaughtHead[], total: number, to: string | null): string {
  const rows = heads.map((head) => {
    const again = head.copy > 1 ? ` <b class="again">第 ${head.copy} 次 copy ${head.copy}</b>` : ''
    return `<li><a href="/dev/mail/${encodeURIComponent(head.id)}" target="reader"><span class="subject">${escaped(head.subject)}${again}</span><span class="meta"><span>${escaped(head.to.join(', '))}</span><time>${escaped(clock(head.receivedAt))}</time></span></a></li>`
  })
  const count =
    total > heads.length
      ? `最新 ${heads.length} 封，共 ${total} 封 · newest ${heads.length} of ${total}`
      : `${total} 封 · ${total} ${total === 1 ? 'mail' : 'mails'}`
  const none = to === null ? '还没有邮件。No mail yet.' : `没有寄往 ${escaped(to)} 的邮件。No mail to this address.`
  const list = rows.length === 0 ? `<p class="empty">${none}</p>` : `<ul>${rows.join('')}</ul>`
  return page('列表 List', `<body class="mails"><p class="count">${count}</p>${list}</body>`, '<meta http-equiv="refresh" content="4">')
}

/** One mail: who, what, and its HTML and text parts. */
export function mailPage(mail: CaughtMail): string {
  const rows: readonly (readonly [string, string])[] = [
    ['发件 From', mail.from],
    ['收件 To', mail.to.join(', ')],
    ['收到 Received', clock(mail.receivedAt)],
    ['Message-ID', mail.messageId],
  ]
  const facts = rows.map(([name, value]) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`).join('')
  const headers = Object.entries(mail.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
  const html = mail.html === '' ? '' : `<iframe class="html" title="HTML" src="/dev/mail/${encodeURIComponent(mail.id)}/html"></iframe>`
  return page(
    mail.subject,
    `<body class="mail"><h1>${escaped(mail.subject)}</h1><table>${facts}</table>
${html}<details${html === '' ? ' open' : ''}><summary>纯文本 Plain text</summary><pre>${escaped(mail.text)}</pre></details>
<details><summary>邮件头 Headers</summary><pre>${escaped(headers)}</pre></details></body>`,
  )
}

export function nonePage(): string {
  return page('邮件 Mail', '<body class="mail"><p class="empty">请从列表中选择一封邮件。Choose a mail from the list.</p></body>')
}

/** Real time of day of receipt in Asia/Shanghai, e.g. 2026-10-12 17:30:05. */
function clock(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}<title>${escaped(title)}</title><style>${STYLE}</style></head>${body}</html>`
}

const STYLE = `
*{box-sizing:border-box}html,body{height:100%;margin:0}
body{font:15px/1.5 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif;color:#1d2733;background:#fff}
a{color:#1f5fa8}
.frames{display:flex;flex-direction:column;background:#eef1f5}
.frames header{display:flex;flex-wrap:wrap;gap:10px 20px;align-items:center;padding:10px 16px;background:#1f5fa8;color:#fff}
.frames h1{font-size:18px;margin:0;margin-right:auto}.frames small{font-weight:400;opacity:.8}.frames header>a,.frames form a{color:#fff}
.frames form{display:flex;gap:8px;align-items:center}.frames input{font:inherit;width:17em;max-width:50vw;padding:6px 10px;border:0;border-radius:6px}
.frames button{font:inherit;padding:6px 14px;border:1px solid #fff;border-radius:6px;background:transparent;color:#fff;cursor:pointer}
.frames main{flex:1;display:flex;min-height:0;gap:10px;padding:10px}iframe{border:0;background:#fff}
.frames .list{width:38%;max-width:430px;border-radius:8px}.frames .reader{flex:1;border-radius:8px}
@media(max-width:720px){.frames main{flex-direction:column}.frames .list{width:100%;max-width:none;height:40%}}
.mails .count{margin:0;padding:8px 14px;font-size:13px;color:#5b6470;border-bottom:1px solid #e6e9ee;position:sticky;top:0;background:#fff}
.mails ul{list-style:none;margin:0;padding:0}.mails a{display:block;padding:10px 14px;border-bottom:1px solid #e6e9ee;text-decoration:none;color:inherit}
.mails a:hover,.mails a:focus{background:#f3f7fc}.subject{display:block;font-weight:600;overflow-wrap:anywhere}.again{color:#c0392b;font-size:13px}
.meta{display:flex;justify-content:space-between;gap:10px;font-size:13px;color:#5b6470}.meta span{overflow:hidden;text-overflow:ellipsis}.meta time{white-space:nowrap}
.empty{padding:24px 14px;color:#5b6470}
.mail{display:flex;flex-direction:column;padding:16px 20px}.mail h1{font-size:18px;margin:0 0 8px;overflow-wrap:anywhere}
.mail table{border-collapse:collapse;font-size:13px;margin-bottom:12px}.mail th{text-align:left;font-weight:400;color:#5b6470;padding:2px 14px 2px 0;white-space:nowrap;vertical-align:top}.mail td{overflow-wrap:anywhere}
.mail .html{flex:1;min-height:340px;border:1px solid #e6e9ee;border-radius:8px}
details{margin-top:10px}summary{cursor:pointer;color:#5b6470}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.6 ui-monospace,Menlo,Consolas,monospace;background:#f6f8fa;padding:12px;border-radius:8px}
`
