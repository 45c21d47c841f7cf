import { describe, expect, it } from '@jest/globals'
import { parseArguments } from '../../scripts/start/arguments.ts'
import { checkProduction } from '../../scripts/start/check-production.ts'

describe('the arguments of a start', () => {
  it('time is real unless a speed is named', () => {
    expect(parseArguments([], {})).toEqual({ speed: 1 })
    expect(parseArguments(['--speed', '2000'], {})).toEqual({ speed: 2000 })
    expect(parseArguments(['--speed=60'], {})).toEqual({ speed: 60 })
  })

  it.each([[['--speed']], [['--speed', '0']], [['--speed', '-5']], [['--speed', 'fast']], [['--speed', '']], [['--fast']], [['2000']]])(
    'a start refuses %j in both languages',
    (args) => {
      expect(() => parseArguments(args, {})).toThrow(/\p{Script=Han}[\s\S]*[a-z]{4}/u)
    },
  )

  it('time is always real in production', () => {
    expect(() => parseArguments(['--speed', '2'], { NODE_ENV: 'production' })).toThrow('refused in production')
    expect(parseArguments(['--speed', '1'], { NODE_ENV: 'production' })).toEqual({ speed: 1 })
  })

  it('production needs a mail server, a sender and an address, and names what is missing', () => {
    const whole = {
      NODE_ENV: 'production',
      SMTP_URL: 'smtp://mail.example',
      PUBLIC_URL: 'https://hongyan.example',
      MAIL_FROM: 'a@hongyan.example',
    }
    expect(() => checkProduction(whole)).not.toThrow()
    expect(() => checkProduction({ ...whole, SMTP_URL: '' })).toThrow('SMTP_URL must be set')
    expect(() => checkProduction({ NODE_ENV: 'production' })).toThrow('SMTP_URL, PUBLIC_URL, MAIL_FROM must be set')
    expect(() => checkProduction({})).not.toThrow()
  })
})
