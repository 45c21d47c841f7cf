import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { z } from 'zod'
import { ToldError } from '../replay/told-error.ts'
import { type OfficeClient, officeClient } from '../seed/office-client.ts'
import type { CalendarArguments } from './arguments.ts'

const demoFile = z.object({
  baseUrl: z.string(),
  users: z.array(z.object({ username: z.string(), password: z.string(), role: z.string() })),
})

/** The system as an administrator reaches it. */
export interface AdminOffice {
  readonly get: (path: string) => ReturnType<OfficeClient['get']>
  readonly post: (path: string, body: unknown) => ReturnType<OfficeClient['post']>
}

/**
 * Signs in at the running system. Address and password come from demo.json of the data folder where it is a demo;
 * else the password is asked at the terminal, or read from standard input.
 */
export async function signIn({ user, url }: CalendarArguments, env: NodeJS.ProcessEnv): Promise<AdminOffice> {
  const file = join(env.HONGYAN_DATA || '.data', 'demo.json')
  const demo = existsSync(file) ? demoFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
  const base = url ?? demo?.baseUrl ?? `http://127.0.0.1:${env.PORT || '3000'}`
  const username = user ?? demo?.users.find((each) => each.role === 'administrator')?.username
  if (username === undefined) throw new ToldError('请用 --as 指定管理员账号', 'name the administrator: --as USER')
  const known = url === null || url === demo?.baseUrl ? demo?.users.find((each) => each.username === username)?.password : undefined
  const password = known ?? (await askPassword(username))
  const client = officeClient(base)
  const { status, body } = await client.post(null, '/api/sessions', { username, password }).catch((error: unknown) => {
    throw new ToldError(`${base} 没有应答`, `no answer from ${base}: ${error instanceof Error ? error.message : String(error)}`)
  })
  const session = z.object({ token: z.string() }).safeParse(body)
  if (status !== 201 || !session.success)
    throw new ToldError(`${username} 登录失败（${status}）`, `${username} could not sign in (${status})`)
  const { token } = session.data
  return { get: (path) => client.get(token, path), post: (path, sent) => client.post(token, path, sent) }
}

async function askPassword(username: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  if (process.stdin.isTTY) process.stderr.write(`${username} 的密码 / password: `)
  try {
    return await lines.question('')
  } finally {
    lines.close()
    if (process.stdin.isTTY) process.stderr.write('\n')
  }
}
