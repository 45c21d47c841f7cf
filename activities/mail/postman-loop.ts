import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { composeMail, type ComposeDeps } from './compose.ts'
import type { Mailer } from './mailer.ts'
import type { OutboxPort, OutboxRow } from './outbox-port.ts'
import { failed, settle, verdictOf } from './settle.ts'
import { waitForServer } from './retry-times.ts'

export interface PostmanDeps extends ComposeDeps {
  readonly outbox: OutboxPort
  /** Called once a loop; its connections end with the loop. */
  readonly openMailer: () => Mailer
  /** Case time, for `notBefore`. */
  readonly caseNow: () => number | Promise<number>
  /** Real time, for retries. */
  readonly realNow: () => number
  readonly warn: (message: string, error: unknown) => void
  /** Real time between two looks at an empty outbox; 300 unless told. */
  readonly idleMs?: number
  /** Mails under way at once; 32 unless told. */
  readonly atOnce?: number
}

/** With most places taken, the next few mails are taken in one statement. */
const GATHER_MS = 20
/** Time that mails under way have to end after the signal, before their connections are cut. */
const GRACE_MS = 2_000

/**
 * Drains the outbox until the signal. Of one reader of one appeal one mail is under way at a time (the
 * outbox gives out no second one), so order is kept without waiting for others. Resolves when every mail
 * under way is settled; those cut off after the grace are settled as the cut leaves them.
 * A database that is away is waited for; nothing but the signal ends the loop.
 */
export async function runPostman(deps: PostmanDeps, signal: AbortSignal): Promise<void> {
  const { outbox, realNow, warn, idleMs = 300, atOnce = 32 } = deps
  const mailer = deps.openMailer()
  const cut = new AbortController()
  setMaxListeners(0, signal, cut.signal)
  const underWay = new Set<Promise<void>>()
  let failuresInARow = 0
  /** A look at the outbox whose answer was lost may have taken rows that nobody knows of. */
  let lookWasLost = false
  let restUntil = 0

  await untilDone('recover what a lost postman left', () => outbox.recover(), deps, signal)
  while (!signal.aborted) {
    const rest = restUntil - realNow()
    if (lookWasLost) await takeBackLost()
    else if (rest > 0) await pause(Math.min(rest, idleMs), signal)
    else if (underWay.size >= atOnce) await Promise.race([...underWay, pause(idleMs, signal)])
    else {
      if (underWay.size > atOnce / 2) await pause(GATHER_MS, signal)
      if (!(await takeSome(atOnce - underWay.size))) await pause(idleMs, signal)
    }
  }
  const grace = setTimeout(() => cut.abort(), GRACE_MS)
  await Promise.all(underWay)
  clearTimeout(grace)
  mailer.close()

  /** Only while nothing is under way: what is then in `sending` is nobody's. */
  async function takeBackLost(): Promise<void> {
    if (underWay.size > 0) await Promise.race([...underWay, pause(idleMs, signal)])
    else {
      await untilDone('recover what a lost look took', () => outbox.recover(), deps, signal)
      lookWasLost = false
    }
  }

  async function takeSome(limit: number): Promise<boolean> {
    let rows: readonly OutboxRow[]
    try {
      rows = await outbox.claim(limit, await deps.caseNow())
    } catch (error) {
      warn('the outbox cannot be read; trying again', error)
      lookWasLost = true
      await pause(1_000, signal)
      return true
    }
    for (const row of rows) {
      const work = deliver(row).finally(() => underWay.delete(work))
      underWay.add(work)
    }
    return rows.length > 0
  }

  async function deliver(row: OutboxRow): Promise<void> {
    const made = make(row)
    if (made.kind === 'unsendable') {
      await untilDone('settle a mail', () => settle(outbox, row, '', failed(row, made.error)), deps, signal)
      return
    }
    const result = await mailer.send(made.message, cut.signal)
    noteServer(result.kind !== 'no-connection' || cut.signal.aborted)
    const verdict = verdictOf(row, result, realNow(), restUntil)
    await untilDone('settle a mail', () => settle(outbox, row, made.message.messageId, verdict), deps, signal)
  }

  /** Many mails fail at once when the server goes away; that is one failure. */
  function noteServer(wasThere: boolean): void {
    if (wasThere) failuresInARow = 0
    else if (realNow() >= restUntil) {
      failuresInARow += 1
      restUntil = realNow() + waitForServer(failuresInARow)
    }
  }

  function make(row: OutboxRow): ReturnType<typeof composeMail> {
    try {
      return composeMail(row, deps)
    } catch (error) {
      warn(`mail ${row.id} of kind ${row.kind} cannot be made`, error)
      return { kind: 'unsendable', error: 'the template failed' }
    }
  }
}

/** Repeats until it succeeds; after the signal one more time. What is then left in `sending` becomes uncertain at the next start. */
async function untilDone(what: string, act: () => Promise<unknown>, deps: PostmanDeps, signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const isLast = signal.aborted
    try {
      await act()
      return
    } catch (error) {
      deps.warn(`cannot ${what}`, error)
      if (isLast) return
      await pause(waitForServer(tries), signal)
    }
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined)
}
