import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { freePort } from '../../scripts/services/ports.ts'
import { isRunning } from '../../scripts/services/processes/identity.ts'
import { placeOf } from '../../scripts/start/place.ts'
import { runRecords } from '../../scripts/start/run-records.ts'
import { startSystem } from '../../scripts/start/start-system.ts'
import { createSupervisor, type Supervisor } from '../../scripts/start/supervise.ts'

/** Starting servers takes its time where many tests share two cores. */
jest.setTimeout(180_000)

/** Small processes in the place of worker, API, catcher and seed; each notes what happens to it in a journal. */
const NOTE = `import { appendFileSync } from 'node:fs'
const note = (text) => appendFileSync(process.env.HONGYAN_DATA + '/journal', text + '\\n')
const serve = (name) => process.on('SIGTERM', () => { note(name + ' stops'); process.exit(0) })
`
const FAKES: Record<string, string> = {
  'package.json': '{ "type": "module" }',
  'activities/main.js': `${NOTE}note('worker at speed ' + process.env.HONGYAN_SPEED); serve('worker'); setInterval(() => undefined, 1000)`,
  'api/main.js': `${NOTE}import { createServer } from 'node:http'
createServer((_, answer) => answer.end('fine')).listen(Number(process.env.PORT), process.env.HONGYAN_HOST, () => note('api on ' + process.env.HONGYAN_HOST)); serve('api')`,
  'scripts/mail-catcher/main.js': `${NOTE}import { createServer } from 'node:net'
createServer().listen(Number(process.env.HONGYAN_MAIL_PORT), () => note('mail')); serve('mail')`,
  'scripts/seed/main.js': `${NOTE}import { writeFileSync } from 'node:fs'
note('seed through ' + process.env.PORT.length + ' digits')
writeFileSync(process.env.HONGYAN_DATA + '/demo.json', '{ "users": [{ "username": "li", "password": "secret", "role": "clerk" }] }')`,
  'prisma/migrations/20260101000000_one/migration.sql': 'create table one (a int);',
}

let folder = ''
let speeds: number[] = []
const setSpeed = async (_url: string, speed: number): Promise<void> => {
  speeds.push(speed)
}
let checkCatalogue = (): void => undefined
let said: string[] = []
const running: Supervisor[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongyan-start-'))
  said = []
  speeds = []
  checkCatalogue = () => undefined
  for (const [path, text] of Object.entries(FAKES)) {
    await mkdir(dirname(join(folder, 'dist', path)), { recursive: true })
    await writeFile(join(folder, 'dist', path), text)
  }
})

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(env: NodeJS.ProcessEnv = {}): Promise<{ supervisor: Supervisor; port: number; data: string }> {
  const port = await freePort()
  const data = join(folder, 'data')
  const whole = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: String(port), HONGYAN_DATA: data, ...env }
  const place = placeOf(whole)
  const supervisor = createSupervisor(runRecords(place.run), (line) => said.push(line))
  running.push(supervisor)
  const say = (line: string): void => void said.push(line)
  await startSystem({
    supervisor,
    place,
    env: whole,
    args: { speed: 60 },
    dist: join(folder, 'dist'),
    checkCatalogue,
    setSpeed,
    beginDemo: () => Promise.resolve(false),
    say,
    onChild: () => undefined,
  })
  return { supervisor, port, data }
}

const journal = async (data: string): Promise<string[]> => (await readFile(join(data, 'journal'), 'utf8')).trim().split('\n')

describe('a start of the whole system', () => {
  it('brings the parts up in order, seeds once, says ready last, and stops them in the reverse order', async () => {
    const { supervisor, port, data } = await start()
    expect(said.at(-1)).toBe(`ready http://127.0.0.1:${port}`)
    await supervisor.stop()
    expect((await journal(data)).toSorted()).toEqual(
      ['mail', 'worker at speed 60', 'api on 127.0.0.1', 'seed through 5 digits', 'api stops', 'worker stops', 'mail stops'].toSorted(),
    )
    expect((await journal(data)).slice(-3)).toEqual(['api stops', 'worker stops', 'mail stops'])

    expect(speeds).toEqual([60, 1])
    expect(said.join('\n')).toMatch(/li \/ secret +clerk/)

    const again = await start()
    expect(JSON.parse(await readFile(join(data, 'demo.json'), 'utf8'))).toEqual({
      users: [{ username: 'li', password: 'secret', role: 'clerk' }],
      baseUrl: `http://127.0.0.1:${again.port}`,
      mailUrl: `http://127.0.0.1:${again.port}/dev/mail`,
      temporalAddress: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    })
    expect((await journal(data)).filter((line) => line.startsWith('seed'))).toEqual(['seed through 5 digits'])
    await again.supervisor.stop()
  })

  it('starts a part again that was killed, in its old place', async () => {
    const { port, data } = await start({ HONGYAN_DEMO: 'off' })
    const records = runRecords(join(data, 'run'))
    const first = records.read().get('api')
    if (!first) throw new Error('the API has no record')
    process.kill(first.pid, 'SIGKILL')
    while (!said.some((line) => line.startsWith('api '))) await sleep(20)
    await expect(answersAgain(port)).resolves.toBe('fine')
    expect([...records.read().keys()].toSorted()).toEqual(['api', 'mail', 'postgres', 'temporal', 'worker'])
  })

  it('starts nothing when the port is in use', async () => {
    const other = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    await expect(start({ PORT: String(port) })).rejects.toThrow(`Port ${port} is in use; set PORT to another one.`)
    await new Promise((resolve) => other.close(resolve))
    expect(runRecords(join(folder, 'data', 'run')).read().size).toBe(0)
  })

  it.each<[NodeJS.ProcessEnv]>([[{ HONGYAN_HOST: '0.0.0.0' }], [{ NODE_ENV: 'production' }]])(
    'looks for the port on every interface where it is to listen on every one (%j)',
    async (env) => {
      const other = createServer()
      const port = await freePort()
      await new Promise<void>((resolve) => other.listen(port, '127.0.0.2', resolve))
      await expect(start({ PORT: String(port), ...env })).rejects.toThrow(`Port ${port} is in use; set PORT to another one.`)
      await new Promise((resolve) => other.close(resolve))
    },
  )

  it('starts nothing for a HONGYAN_HOST that is neither this machine nor every interface', async () => {
    await expect(start({ HONGYAN_HOST: 'office-7' })).rejects.toThrow(
      'HONGYAN_HOST=office-7: expected 127.0.0.1 (this machine alone) or 0.0.0.0 (every interface)',
    )
    expect(runRecords(join(folder, 'data', 'run')).read().size).toBe(0)
  })

  it('starts nothing when the catalogue is broken, and says what is wrong in it', async () => {
    checkCatalogue = () => {
      throw new Error('items/funding.yaml:12 an outcome leads nowhere')
    }
    await expect(start()).rejects.toThrow('items/funding.yaml:12 an outcome leads nowhere')
    expect(runRecords(join(folder, 'data', 'run')).read().size).toBe(0)
  })

  it('fails with the name of the part and its log when one does not start, and leaves nothing running', async () => {
    await writeFile(join(folder, 'dist', 'api', 'main.js'), "console.error('no items at all'); process.exit(3)")
    await expect(start()).rejects.toThrow(/api .*code 3.*api\.log\s+no items at all/)
    const records = runRecords(join(folder, 'data', 'run'))
    const left = [...records.read().values()]
    for (const one of running.splice(0)) await one.stop()
    expect(left.filter(isRunning)).toEqual([])
    expect(said.some((line) => line.startsWith('ready'))).toBe(false)
  })
})

async function answersAgain(port: number): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return await (await fetch(`http://127.0.0.1:${port}/health/ready`)).text()
    } catch {
      await sleep(50)
    }
  }
  return 'silent'
}
