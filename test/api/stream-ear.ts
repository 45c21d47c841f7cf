/** One event of a stream as a browser would see it. */
export interface Heard {
  readonly event: string
  readonly data: unknown
  readonly id: number | null
}

export interface Ear {
  readonly status: number
  readonly heard: readonly Heard[]
  /** The id a browser would send when it connects again. */
  lastId(): number
  /** Waits until the condition holds of all that was heard, or throws with it. */
  until(what: string, holds: (heard: readonly Heard[]) => boolean): Promise<void>
  /** Resolves when the server ends the stream. */
  readonly over: Promise<void>
  hangUp(): void
}

const PATIENCE_MS = 60_000

/** Listens to a stream of events at an address. */
export async function listenTo(address: string, headers: Readonly<Record<string, string>>): Promise<Ear> {
  const stop = new AbortController()
  const response = await fetch(address, { headers, signal: stop.signal })
  const heard: Heard[] = []
  let last = 0
  let changed = (): void => {}
  const over = (async () => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const piece of response.body ?? []) {
      const blocks = (rest + decoder.decode(piece, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = eventOf(block)
        if (event === null) continue
        if (event.id !== null) last = event.id
        heard.push(event)
      }
      changed()
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  return {
    status: response.status,
    heard,
    lastId: () => last,
    over,
    hangUp: () => stop.abort(),
    async until(what, holds) {
      const end = Date.now() + PATIENCE_MS
      while (!holds(heard)) {
        if (Date.now() > end) throw new Error(`not heard: ${what}; heard: ${JSON.stringify(heard)}`)
        await new Promise<void>((resolve) => {
          changed = resolve
          setTimeout(resolve, 200)
        })
      }
    },
  }
}

function eventOf(block: string): Heard | null {
  const fields = new Map(
    block.split('\n').flatMap((line) => (line.includes(': ') ? [line.split(/: (.*)/s).slice(0, 2) as [string, string]] : [])),
  )
  const data = fields.get('data')
  if (data === undefined) return null
  const id = fields.get('id')
  return { event: fields.get('event') ?? 'message', data: JSON.parse(data), id: id === undefined ? null : Number(id) }
}
