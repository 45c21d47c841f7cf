import { parseArgs } from 'node:util'
import { ToldError } from '../replay/told-error.ts'

export type CalendarTask =
  | { readonly kind: 'import'; readonly file: string; readonly confirm: boolean; readonly reason: string | null }
  | { readonly kind: 'status'; readonly run: string | null }
  | { readonly kind: 'resume'; readonly run: string }

export interface CalendarArguments {
  readonly task: CalendarTask
  /** User name to sign in as; null for the demo's administrator. */
  readonly user: string | null
  /** Address of the running system; null for that of the data folder. */
  readonly url: string | null
}

const USAGE = `npm run calendar -- import FILE [--confirm --reason TEXT]
npm run calendar -- status [RUN]
npm run calendar -- resume RUN
    --as USER   管理员账号（默认：演示的管理员） / administrator (default: the demo's)
    --url URL   系统地址（默认：数据文件夹中的） / address of the system (default: that in the data folder)`

/** What is asked at the command line; throws with the usage for anything else. */
export function calendarArguments(argv: readonly string[]): CalendarArguments {
  const { values, positionals } = parsed(argv)
  const [word, name, ...more] = positionals
  const { confirm = false, reason = null } = values
  const wrong = (): ToldError => new ToldError('用法：', `usage:\n${USAGE}`)
  if (more.length > 0) throw wrong()
  const common = { user: values.as ?? null, url: values.url ?? null }
  if (word !== 'import' && (confirm || reason !== null)) throw wrong()
  if (confirm && (reason === null || reason.trim() === ''))
    throw new ToldError('确认时须写明理由：--reason', 'a confirmation needs its reason: --reason TEXT')
  if (word === 'import' && name !== undefined) return { ...common, task: { kind: 'import', file: name, confirm, reason } }
  if (word === 'status') return { ...common, task: { kind: 'status', run: name ?? null } }
  if (word === 'resume' && name !== undefined) return { ...common, task: { kind: 'resume', run: name } }
  throw wrong()
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { confirm: { type: 'boolean' }, reason: { type: 'string' }, as: { type: 'string' }, url: { type: 'string' } },
    })
  } catch (error) {
    throw new ToldError('用法：', `${error instanceof Error ? error.message : String(error)}\nusage:\n${USAGE}`)
  }
}
