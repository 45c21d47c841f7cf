import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { SETTINGS } from '../../scripts/settings.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')

interface Service {
  image: string
  restart?: string
  environment?: Record<string, string>
  healthcheck?: unknown
  depends_on?: Record<string, { condition: string }>
  deploy?: { replicas: string }
}

const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(text, { merge: true })
const environmentOf = (name: string): Record<string, string> => compose.services[name]?.environment ?? {}

/** Names that a file of `NAME=value` lines gives. */
function namesIn(file: string): string[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
  return lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')[0] ?? '')
}

describe('the production composition', () => {
  it('runs the product with settings that the product knows', () => {
    const known = new Set(SETTINGS.map((one) => one.name))
    for (const name of ['api', 'worker', 'migrate']) {
      expect(Object.keys(environmentOf(name)).filter((one) => !known.has(one))).toEqual([])
      expect(environmentOf(name).NODE_ENV).toBe('production')
    }
  })

  it('starts API and workers only when the schema and the namespace are there', () => {
    for (const name of ['api', 'worker']) {
      expect(compose.services[name]?.depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        'temporal-namespace': { condition: 'service_completed_successfully' },
      })
    }
    expect(compose.services.worker?.deploy?.replicas).toBe(`\${WORKERS:-2}`)
  })

  it('gives the engine 512 shards and long-kept histories', () => {
    expect(environmentOf('temporal').NUM_HISTORY_SHARDS).toBe('512')
    expect(environmentOf('temporal-namespace').RETENTION).toBe(`\${RETENTION_DAYS:-3650}d`)
  })

  it('watches the health of everything that keeps running', () => {
    const lasting = Object.entries(compose.services).filter(([name, one]) => one.restart === 'unless-stopped' && name !== 'temporal-ui')
    expect(lasting.map(([name]) => name).toSorted()).toEqual(['api', 'postgres', 'temporal', 'worker'])
    for (const [name, one] of lasting) expect([name, one.healthcheck !== undefined]).toEqual([name, true])
  })

  it('has a line in .env.example for every value it asks for, and no password in itself', () => {
    const asked = [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)(:[?-])/g)].map((match) => ({ name: match[1] ?? '', must: match[2] === ':?' }))
    const given = new Set(namesIn('.env.example'))
    expect([...new Set(asked.filter((one) => one.must && !given.has(one.name)).map((one) => one.name))]).toEqual([])
    expect(text.match(/(?:PASSWORD|PWD): (?!\$\{)/g)).toBeNull()
  })

  const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0
  const withCompose = hasCompose ? it : it.skip
  withCompose('is accepted by docker compose', () => {
    const env = {
      ...process.env,
      HONGYAN_DB_PASSWORD: 'a',
      TEMPORAL_DB_PASSWORD: 'b',
      SMTP_URL: 'smtp://a',
      MAIL_FROM: 'a@b.example',
      PUBLIC_URL: 'https://a.example',
    }
    expect(() => execFileSync('docker', ['compose', '-f', join(ROOT, 'docker-compose.yml'), 'config', '--quiet'], { env })).not.toThrow()
  })
})
