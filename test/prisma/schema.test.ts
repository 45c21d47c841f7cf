import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { readFile } from 'node:fs/promises'
import { postgresForTests } from '../../scripts/services/for-tests.ts'

interface Column {
  table: string
  column: string
  type: string
  optional: boolean
}

const TYPES: Record<string, string> = {
  String: 'text',
  'String @db.Uuid': 'uuid',
  'String[]': 'ARRAY',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
  'DateTime @db.Timestamptz(3)': 'timestamp with time zone',
  'DateTime @db.Date': 'date',
}

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: await postgresForTests() })
  await client.connect()
})
afterAll(() => client.end())

describe('the schema', () => {
  it('is seen by the Prisma client as the migrations made it, column by column', async () => {
    const schema = columnsOf(await readFile('prisma/schema.prisma', 'utf8'))
    const { rows } = await client.query<Column>(
      `select c.table_name as table, c.column_name as column, c.data_type as type, c.is_nullable = 'YES' as optional
         from information_schema.columns c where c.table_schema = 'public' and c.table_name <> '_prisma_migrations'`,
    )
    const order = (columns: Column[]): string[] =>
      columns.map((one) => `${one.table}.${one.column} ${one.type}${one.optional ? ' null' : ''}`).sort()
    expect(order(schema)).toEqual(order(rows))
    expect(rows.length).toBeGreaterThan(190)
  })
})

function columnsOf(schema: string): Column[] {
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  return models.flatMap(([, , body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? ''
    return [...body.matchAll(/^ {2}(\w+) +(\w+(?:\[\])?)(\??)(.*)$/gm)].map(([, name = '', type = '', optional, rest = '']) => {
      const native = /@db\.[\w()]+/.exec(rest)?.[0]
      return {
        table,
        column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name,
        type: TYPES[native ? `${type} ${native}` : type] ?? `${type}?`,
        optional: optional === '?',
      }
    })
  })
}
