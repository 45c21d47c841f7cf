import { describe, expect, it } from '@jest/globals'
import { createNewsSource, type Source, type SourceEvent } from '../../web/http/news-source.ts'
import type { Signal } from '../../web/http/shapes/news.ts'

/** A stream whose events the test says. */
class SaidSource implements Source {
  isClosed = false
  over = false
  private readonly ears = new Map<SourceEvent, (data: string, id: string) => void>()
  on(event: SourceEvent, heard: (data: string, id: string) => void): void {
    this.ears.set(event, heard)
  }
  isOver(): boolean {
    return this.over
  }
  close(): void {
    this.isClosed = true
  }
  say(event: SourceEvent, data = '{}', id = ''): void {
    this.ears.get(event)?.(data, id)
  }
}

const READY = JSON.stringify({ reset: false, caseNow: '2026-03-05T02:00:00.000Z', speed: 60 })
const APPEAL = JSON.stringify({ kind: 'appeal', number: 'HY-2026-000001-4' })

function aPage(options: { readonly ageMs?: number; readonly lastId?: string } = {}) {
  const sources: SaidSource[] = []
  const addresses: string[] = []
  const told: Signal[] = []
  let timers: { at: number; run: () => void }[] = []
  let now = 0
  const news = createNewsSource({
    open: (address) => {
      addresses.push(address)
      const source = new SaidSource()
      sources.push(source)
      return source
    },
    tell: (signal) => told.push(signal),
    ageMs: () => options.ageMs ?? 800,
    later: (ms, run) => {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    ...(options.lastId !== undefined && { lastId: options.lastId }),
  })
  const pass = (ms: number): void => {
    now += ms
    const due = timers.filter((each) => each.at <= now)
    timers = timers.filter((each) => each.at > now)
    for (const each of due) each.run()
  }
  const latest = (): SaidSource => {
    const source = sources.at(-1)
    if (source === undefined) throw new Error('no stream was opened')
    return source
  }
  return { news, addresses, told, pass, latest }
}

describe('what a page hears', () => {
  it('begins with what changed since its data were read', () => {
    expect(aPage({ ageMs: 801.2 }).addresses).toEqual(['/api/stream?behind=802'])
  })

  it('reads everything anew where its data are older than the server remembers for new readers', () => {
    const page = aPage({ ageMs: 600_001 })
    expect([page.addresses, page.told]).toEqual([['/api/stream?behind=0'], [{ kind: 'again' }]])
  })

  it('goes on where another tab stood', () => {
    expect(aPage({ lastId: '41' }).addresses).toEqual(['/api/stream?after=41'])
  })

  it('is news, and how case time runs', () => {
    const page = aPage()
    page.latest().say('ready', READY, '7')
    page.latest().say('message', APPEAL, '8')
    expect(page.told).toEqual([
      { kind: 'time', caseNow: '2026-03-05T02:00:00.000Z', speed: 60 },
      { kind: 'news', news: { kind: 'appeal', number: 'HY-2026-000001-4' } },
    ])
    expect(page.news.lastId()).toBe('8')
  })

  it('is to read everything anew where more was missed than is told', () => {
    const page = aPage()
    page.latest().say('ready', JSON.stringify({ reset: true, caseNow: '2026-03-05T02:00:00.000Z', speed: 1 }), '7')
    expect(page.told[0]).toEqual({ kind: 'again' })
  })

  it('is asked every 15 s where no stream comes about, until one does', () => {
    const page = aPage()
    page.latest().over = true
    page.latest().say('error')
    expect(page.told).toEqual([])
    page.pass(15_000)
    expect([page.told, page.addresses.length]).toEqual([[{ kind: 'again' }], 2])
    page.latest().over = true
    page.latest().say('error')
    page.pass(15_000)
    expect([page.told.length, page.addresses.length]).toEqual([2, 3])
    page.latest().say('ready', READY, '9')
    page.pass(15_000)
    expect(page.addresses.length).toBe(3)
  })

  it('is left to the browser where that connects again by itself', () => {
    const page = aPage()
    page.latest().say('ready', READY, '9')
    page.latest().say('error')
    page.pass(15_000)
    expect([page.addresses.length, page.latest().isClosed]).toEqual([1, false])
  })

  it('is asked anew from the last id when a stream has been silent for 45 s', () => {
    const page = aPage()
    page.latest().say('ready', READY, '9')
    page.pass(44_000)
    page.latest().say('beat')
    page.pass(44_000)
    expect(page.addresses.length).toBe(1)
    page.pass(1_000)
    expect(page.addresses[1]).toBe('/api/stream?after=9')
    expect(page.told.at(-1)).toEqual({ kind: 'again' })
  })

  it('is the end of its session, after which it tries again quietly', () => {
    const page = aPage()
    page.latest().say('ready', READY, '9')
    const first = page.latest()
    first.say('ended')
    expect([page.told.at(-1), first.isClosed]).toEqual([{ kind: 'ended' }, true])
    page.pass(15_000)
    expect([page.told.length, page.addresses.at(-1)]).toEqual([2, '/api/stream?after=9'])
  })

  it('is nothing any more when the page is left', () => {
    const page = aPage()
    page.news.close()
    page.latest().say('message', APPEAL, '8')
    page.pass(60_000)
    expect([page.told, page.addresses.length, page.latest().isClosed]).toEqual([[], 1, true])
  })
})
