import type { CaseEventLine } from '../../web/http/shapes/case.ts'

/** A line of the history as the API answers it to staff. */
export function anEvent(
  seq: number,
  type: string,
  data: Readonly<Record<string, unknown>>,
  change: Partial<CaseEventLine> = {},
): CaseEventLine {
  return {
    seq,
    at: '2026-03-05T02:00:00.000Z',
    type,
    name: { zh: type, en: type },
    text: null,
    audience: 'staff',
    actor: { kind: 'staff', name: null },
    actingFor: null,
    task: null,
    data,
    ...change,
  }
}
