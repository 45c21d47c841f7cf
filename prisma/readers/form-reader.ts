import type { Database } from '../database.ts'

export interface FormReader {
  /** The answers of a filing by field code, confidential ones too; empty where there is no such intake. */
  formOf(caseId: string): Promise<Readonly<Record<string, unknown>>>
}

export function createFormReader(db: Database): FormReader {
  return {
    async formOf(caseId) {
      const rows = await db.$queryRaw<{ form: Record<string, unknown> }[]>`select form from intake where id = ${caseId}::uuid`
      return rows[0]?.form ?? {}
    },
  }
}
