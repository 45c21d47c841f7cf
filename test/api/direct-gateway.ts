import type { Gateway } from '../../api/gateway.ts'
import { Fault } from '../../api/gateway.ts'
import { decide, initialState, isRefusal } from '../../domain/case/index.ts'
import type { Command } from '../../domain/case/command.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { CaseReader } from '../../prisma/readers/case-reader.ts'
import type { RecordStore } from '../../prisma/stores/record-store.ts'
import { batchOf } from '../prisma/office.ts'

/** Decides and writes at once what the engine would; counts what reached it, and can be away. */
export class DirectGateway implements Gateway {
  readonly commands: Command[] = []
  /** Runs whose workflow was started. */
  readonly changes: string[] = []
  starts = 0
  away = false
  /** What its rules say to filings that the API let through, as an engine of another release might. */
  refuses: Refusal | null = null
  private readonly cases: CaseReader
  private readonly records: RecordStore

  constructor(cases: CaseReader, records: RecordStore) {
    this.cases = cases
    this.records = records
  }

  async start(input: Parameters<Gateway['start']>[0]): Promise<void> {
    this.refuseWhenAway()
    this.starts += 1
    if (this.refuses !== null) return
    await this.write(initialState(input.start), input.file)
  }

  async filingRefusal(): Promise<Refusal | null> {
    return this.refuses
  }

  async command(caseId: string, command: Command): ReturnType<Gateway['command']> {
    this.refuseWhenAway()
    this.commands.push(command)
    const state = await this.cases.load(caseId)
    if (state === null) throw new Error(`no case ${caseId}`)
    if (state.handled.includes(command.id)) return { seq: state.seq, events: 0 }
    const verdict = decide(state, command)
    if (isRefusal(verdict)) return verdict
    await this.write(state, command)
    return { seq: state.seq + verdict.length, events: verdict.length }
  }

  async startChange(runId: string): Promise<void> {
    this.refuseWhenAway()
    this.changes.push(runId)
  }

  async snapshot(): Promise<null> {
    return null
  }

  async ready(): Promise<{ engine: boolean; worker: boolean }> {
    return { engine: !this.away, worker: !this.away }
  }

  async close(): Promise<void> {}

  private async write(state: CaseState, command: Command): Promise<void> {
    const answer = await this.records.record(batchOf(state, command).input)
    if (answer.kind !== 'written') throw new Error(`${command.kind}: ${answer.kind}`)
  }

  private refuseWhenAway(): void {
    if (this.away) throw new Fault('unavailable', 'the engine is away')
  }
}
