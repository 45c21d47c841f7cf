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

/** Lines `NAME=value` of .env.example; `given` without a `#` before them. */
const lines = [...readFileSync(join(ROOT, '.env.example'), 'utf8').matchAll(/^(# )?([A-Z][A-Z_]*)=(.*)$/gm)].map((match) => ({
  given: match[1] === undefined,
  name: match[2] ?? '',
  value: match[3] ?? '',
}))
/** Names that the composition takes from .env; `must` where it has no default. */
const asked = [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)(?::([?-])([^}]*))?\}/g)].map((match) => ({
  name: match[1] ?? '',
  must: match[2] === '?',
  otherwise: match[3] ?? '',
}))

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

  it('finds every value it asks for in .env.example, with its own default, and no password in itself', () => {
    for (const { name, must, otherwise } of asked) {
      const line = lines.find((one) => one.name === name)
      expect([name, line?.given]).toEqual([name, true])
      if (!must) expect([name, line?.value]).toEqual([name, otherwise])
    }
    expect(text.match(/(?:PASSWORD|PWD): (?!\$\{)/g)).toBeNull()
  })

  it('is told of no value in .env.example that it does not use', () => {
    const used = new Set(asked.map((one) => one.name))
    expect(lines.filter((line) => line.given && !used.has(line.name)).map((line) => line.name)).toEqual([])
  })

  it('has every setting of the product in .env.example, once', () => {
    const known = new Set(SETTINGS.map((one) => one.name))
    const ofProduct = lines.filter((line) => known.has(line.name)).map((line) => line.name)
    expect(ofProduct.toSorted()).toEqual([...known].toSorted())
  })

  it('hands every setting to the product or names its value in a comment', () => {
    const set = environmentOf('worker')
    for (const { name, default: own } of SETTINGS) {
      const line = lines.find((one) => one.name === name)
      if (line?.given) expect([name, name in set]).toEqual([name, true])
      else if (name in set) expect([name, line?.value || set[name]]).toEqual([name, set[name]])
      else expect([name, line?.value]).toEqual([name, own])
    }
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
