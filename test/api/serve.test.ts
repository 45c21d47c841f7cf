import type { AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import express from 'express'
import pino from 'pino'
import { close, listen } from '../../api/serve.ts'
import { apiSettings } from '../../api/settings.ts'

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://postgres/hongyan',
  TEMPORAL_ADDRESS: 'temporal:7233',
  SMTP_URL: 'smtp://mail.example',
  PUBLIC_URL: 'https://hongyan.example',
}

describe('the address on which the API listens', () => {
  it.each([
    ['this machine alone', {}, '127.0.0.1'],
    ['this machine alone where HONGYAN_HOST is empty', { HONGYAN_HOST: '' }, '127.0.0.1'],
    ['what HONGYAN_HOST says', { HONGYAN_HOST: '0.0.0.0' }, '0.0.0.0'],
    ['every interface in production', PRODUCTION, '0.0.0.0'],
    ['what HONGYAN_HOST says in production', { ...PRODUCTION, HONGYAN_HOST: '127.0.0.1' }, '127.0.0.1'],
  ])('is %s', (_, env, host) => {
    expect(apiSettings(env).host).toBe(host)
  })

  it('is no name', () => {
    expect(() => apiSettings({ HONGYAN_HOST: 'office-7' })).toThrow(
      'HONGYAN_HOST is an address such as 127.0.0.1 or 0.0.0.0, not "office-7"',
    )
  })

  it.each(['127.0.0.1', '0.0.0.0'])('is %s and no other where the settings say so', async (host) => {
    const server = await listen(express(), { port: 0, host })
    const { address } = server.address() as AddressInfo
    await close(server, pino({ level: 'silent' }))
    expect(address).toBe(host)
  })
})
