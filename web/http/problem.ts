/** A refusal of the API (RFC 9457), with its sentence in the reader's language; status 0 where nothing answered. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** Name of the input field that is at fault, where one is. */
  readonly field: string | null
  /** The answer as it came: some refusals carry the present state. */
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(typeof body['detail'] === 'string' ? body['detail'] : typeof body['title'] === 'string' ? body['title'] : `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = typeof body['code'] === 'string' ? body['code'] : 'unreachable'
    this.field = typeof body['field'] === 'string' ? body['field'] : null
    this.body = body
  }
}
