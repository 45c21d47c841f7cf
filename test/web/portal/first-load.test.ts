import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

const LIMIT_BYTES = 80_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hongyan-pages-'))
  const built = spawnSync(process.execPath, ['scripts/build/vite-pages.mjs', folder], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  })
  if (built.status !== 0) throw new Error(built.stdout + built.stderr)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the first load of the portal', () => {
  it('takes less than 80 kB with its styles, packed as it is sent', () => {
    const assets = join(folder, 'portal', 'assets')
    const sent = readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))
    expect(sent.some((file) => file.endsWith('.js')) && sent.some((file) => file.endsWith('.css'))).toBe(true)
    const document = gzipSync(readFileSync(join(folder, 'portal', 'index.html'))).length
    const bytes = sent.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file)), { level: 9 }).length, document)
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThan(LIMIT_BYTES)
  })

  it('brings neither React nor antd', () => {
    const assets = join(folder, 'portal', 'assets')
    const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'))
    for (const file of scripts) expect(readFileSync(join(assets, file), 'utf8')).not.toMatch(/ant-btn|react\.dev\/errors/)
  })
})
