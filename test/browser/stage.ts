import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, type Browser, type BrowserContextOptions, chromium, type Page, request } from 'playwright-core'
import { type RunningDemo, startDemo } from '../seed/running-demo.ts'
import { newCode } from './inbox.ts'
import { PATIENCE_MS } from './until.ts'

/** A page that somebody has open, and what the browser complained of. */
export interface Visit {
  readonly page: Page
  /** Errors of the console (refusals of the content policy are such) and of scripts. */
  readonly faults: readonly string[]
}

/** One demo system and one browser, shared by all stories. */
export interface Stage {
  readonly baseUrl: string
  /** The API as a person: a user name, or the address of an expert. Each signs in once. */
  api(who: string): Promise<APIRequestContext>
  /** A page of its own browser profile, signed in as `who`; nobody for null. */
  open(who: string | null, options?: BrowserContextOptions): Promise<Visit>
  /** Closes what the stories have opened. */
  clear(): Promise<void>
  end(): Promise<void>
}

const DESK = { width: 1280, height: 800 }

/** Starts the browser and the demo; whoever opened the stage ends it. */
export async function openStage(executablePath: string): Promise<Stage> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
  const browser = await chromium.launch({ executablePath, args, timeout: PATIENCE_MS })
  const data = await mkdtemp(join(tmpdir(), 'hongyan-browser-'))
  try {
    return staged(data, await startDemo(data), browser)
  } catch (error) {
    await browser.close()
    throw error
  }
}

function staged(data: string, demo: RunningDemo, browser: Browser): Stage {
  const { baseUrl } = demo
  const signedIn = new Map<string, Promise<APIRequestContext>>()
  const api = (who: string): Promise<APIRequestContext> => {
    const known = signedIn.get(who)
    if (known !== undefined) return known
    const asked = signIn(baseUrl, who)
    signedIn.set(who, asked)
    asked.catch(() => signedIn.delete(who))
    return asked
  }
  return {
    baseUrl,
    api,
    open: async (who, options = {}) => {
      const storage = who === null ? {} : { storageState: await (await api(who)).storageState() }
      const context = await browser.newContext({
        baseURL: baseUrl,
        viewport: DESK,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...storage,
        ...options,
      })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      const faults: string[] = []
      page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`))
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
      return { page, faults }
    },
    clear: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    end: async () => {
      await Promise.all([...signedIn.values()].map(async (asked) => (await asked).dispose()))
      await browser.close()
      await demo.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Staff of the demo by password, experts by the code of a mail. */
async function signIn(baseUrl: string, who: string): Promise<APIRequestContext> {
  const data = who.includes('@') ? { email: who, code: await newCode(baseUrl, who) } : { username: who, password: `${who}-demo` }
  const context = await request.newContext({ baseURL: baseUrl, timeout: PATIENCE_MS })
  const answer = await context.post('/api/sessions', { data })
  if (answer.status() !== 201) throw new Error(`${who} is not let in: ${answer.status()} ${await answer.text()}`)
  return context
}
