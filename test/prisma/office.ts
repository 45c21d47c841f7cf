import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import { apply, decide, eventRow, isRefusal, rowsOf } from '../../domain/case/index.ts'
import type { Command, CommandOf } from '../../domain/case/command.ts'
import type { RecordAnswer, RecordInput } from '../../domain/case/record.ts'
import { initialState, type CaseStart, type CaseState } from '../../domain/case/state.ts'
import { planNotices } from '../../domain/notices/plan.ts'
import type { Grant } from '../../domain/people/actor.ts'
import { createDatabase, type Database } from '../../prisma/database.ts'
import { createCaseReader, type CaseReader } from '../../prisma/readers/case-reader.ts'
import { createOfficesReader } from '../../prisma/readers/offices-reader.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { createCatalogStore } from '../../prisma/stores/catalog-store.ts'
import { createIntakeStore, type IntakeAnswer, type IntakeStore, type NewIntake } from '../../prisma/stores/intake-store.ts'
import { createRecordStore, type RecordStore } from '../../prisma/stores/record-store.ts'
import { postgresForTests } from '../../scripts/services/for-tests.ts'
import { EXPERT, OFFICE_SQL } from './people.ts'

/** Thursday 5 March 2026, 10:00 in Shanghai. */
export const THURSDAY_10 = Date.UTC(2026, 2, 5, 2, 0)

export interface Office {
  readonly url: string
  readonly db: Database
  readonly writer: Database
  readonly sql: pg.Client
  readonly catalog: Catalog
  readonly intakes: IntakeStore
  readonly records: RecordStore
  readonly cases: CaseReader
  /** An intake for the expert at the lake district, not started. */
  intake(
    change?: Partial<NewIntake> & { readonly item?: string; readonly at?: number; readonly expert?: string; readonly hukou?: string },
  ): Promise<IntakeAnswer>
  /** Files an appeal with its first write done. */
  file(change?: Parameters<Office['intake']>[0]): Promise<CaseState>
  /** Decides a command on the state and writes what follows. */
  act(state: CaseState, command: Command): Promise<CaseState>
  close(): Promise<void>
}

/** A province with the real catalogue, on a database of its own. */
export async function anOffice(): Promise<Office> {
  const url = await postgresForTests()
  const db = createDatabase({ url, connections: 8 })
  const writer = createDatabase({ url, writer: true, connections: 4 })
  const sql = new pg.Client({ connectionString: url })
  await sql.connect()
  const catalog = loadCatalog('catalog')
  const catalogs = createCatalogStore(db)
  await catalogs.syncOffices({
    departments: catalog.departments.values(),
    stations: catalog.stations.values(),
    windows: catalog.windows.values(),
  })
  await sql.query(OFFICE_SQL)
  const starts = createStartReader(db)
  const intakes = createIntakeStore(db, catalogs, starts)
  const records = createRecordStore(writer)
  const offices = createOfficesReader(db)

  const office: Office = {
    url,
    db,
    writer,
    sql,
    catalog,
    intakes,
    records,
    cases: createCaseReader(db, starts),
    async intake({ item = 'child-schooling', at = THURSDAY_10, expert = EXPERT, hukou = 'local', ...change } = {}) {
      const found = catalog.items.get(item)
      if (!found) throw new Error(`no item ${item}`)
      const directory = await offices.directory('dist-lake')
      const calendar = catalog.calendars.get('cn')
      if (!calendar) throw new Error('no calendar cn')
      const start: Omit<CaseStart, 'number'> = {
        caseId: randomUUID(),
        item: found,
        directory,
        calendars: { cn: calendar },
        expert: { id: expert, tier: 'A', language: 'en' },
        leaderContact: null,
        liaison: null,
        facts: { 'form.hukou': hukou, 'form.schoolStage': 'primary' },
        materials: Object.fromEntries(found.materials.map((material) => [material.code, 'provided' as const])),
      }
      const file: CommandOf<'FileAppeal'> = {
        id: `file-${start.caseId}`,
        at,
        actor: { kind: 'expert', id: expert },
        kind: 'FileAppeal',
        data: {},
      }
      return intakes.createIntake({
        start,
        file,
        idempotencyKey: randomUUID(),
        bodyHash: 'a'.repeat(64),
        channel: 'web',
        form: { childName: '林小雨' },
        confirmDuplicate: true,
        ...change,
      })
    },
    async file(change) {
      const filed = await office.intake(change)
      if (!('start' in filed)) throw new Error(`not filed: ${filed.kind}`)
      return office.act(initialState(filed.start), filed.file)
    },
    async act(state, command) {
      const batch = batchOf(state, command)
      const answer: RecordAnswer = await records.record(batch.input)
      if (answer.kind !== 'written') throw new Error(`${command.kind}: ${answer.kind}`)
      return batch.after
    },
    async close() {
      await sql.end()
      await db.$disconnect()
      await writer.$disconnect()
    },
  }
  return office
}

/** What the engine would hand to `record` for this command. Throws where the rules refuse it. */
export function batchOf(state: CaseState, command: Command): { readonly input: RecordInput; readonly after: CaseState } {
  const events = decide(state, command)
  if (isRefusal(events)) throw new Error(`${command.kind} refused: ${events.refusal}`)
  const after = events.reduce(apply, state)
  return {
    input: {
      caseId: state.start.caseId,
      fromSeq: state.seq + 1,
      events: events.map(eventRow),
      rows: rowsOf(after, state.seq === 0 ? null : state),
      notices: planNotices(state, events),
    },
    after,
  }
}

/** A staff actor with one role in one window. */
export function clerk(id: string, window: string, role: Grant['role'] = 'clerk'): Command['actor'] {
  return { kind: 'staff', id, grants: [{ role, windows: [window], stations: [], actingFor: null }] }
}

/** The open lead task of an appeal. */
export function leadOf(state: CaseState): string {
  const task = Object.values(state.tasks).find((one) => one.role === 'lead' && one.endedAt === null)
  if (!task) throw new Error('no open lead task')
  return task.id
}
