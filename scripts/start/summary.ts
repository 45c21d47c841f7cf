import { readFileSync } from 'node:fs'
import type { Addresses } from './addresses.ts'
import type { Place } from './place.ts'

const WINDOWS_SHOWN = 3

/** The table of addresses and of the demo's sign-ins, ready to print. */
export function summary(addresses: Addresses, place: Place): string {
  const rows: [string, string][] = [
    ['网页与接口 / pages and API', addresses.web],
    ['接口文档 / API documents', `${addresses.web}/api/docs`],
    ...(addresses.mail ? [['收件箱 / mail inbox', addresses.mail] satisfies [string, string]] : []),
    ['Temporal', addresses.temporal],
    ['PostgreSQL', addresses.database],
    ['数据 / data', place.data],
  ]
  const users = demoUsers(place.demo).map((user): [string, string] => [`${user.username} / ${user.password}`, user.what])
  const heading: [string, string][] =
    users.length > 0
      ? [
          ['', ''],
          ['用户 / 密码 · user / password', '角色 · role'],
        ]
      : []
  return [...rows, ...heading, ...users].map(([left, right]) => `  ${pad(left, 40)}${right}`.trimEnd()).join('\n')
}

interface DemoUser {
  username: string
  password: string
  what: string
}

/** The users of demo.json; none where there is no demo. */
function demoUsers(file: string): DemoUser[] {
  try {
    const demo = JSON.parse(readFileSync(file, 'utf8')) as { users: Record<string, unknown>[] }
    return demo.users.map((user) => ({
      username: String(user.username),
      password: String(user.password),
      what: [user.role, user.station, ...windowsOf(user.windows)].filter(Boolean).join(' · '),
    }))
  } catch {
    return []
  }
}

/** The first windows of a user and how many more there are, so that the line stays one. */
function windowsOf(windows: unknown): string[] {
  if (!Array.isArray(windows)) return []
  const rest = windows.length - WINDOWS_SHOWN
  return [...windows.slice(0, WINDOWS_SHOWN).map(String), ...(rest > 0 ? [`+${rest}`] : [])]
}

/** Pads to a width of terminal columns; a Chinese character takes two. */
function pad(text: string, columns: number): string {
  const width = [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(1, columns - width))
}
