import { describe, expect, it } from '@jest/globals'
import { Fault } from '../../api/gateway.ts'
import { withinDeadline } from '../../api/http/deadline.ts'
import { isUnavailable, UnavailableError } from '../../api/problems/unavailable.ts'

describe('a part that is away is told from a bug', () => {
  it.each([
    ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['Prisma that cannot reach the server', Object.assign(new Error('x'), { code: 'P1001' })],
    [
      'a database that cannot be reached',
      new Error("Raw query failed. Code: `N/A`. Message: `Can't reach database server at 127.0.0.1:5432`"),
    ],
    ['a database that is starting up', new Error('Database error. Code: `57P03`. Message: `the database system is starting up`')],
    ['a database that was shut down', new Error('Raw query failed. Code: `57P01`. Message: `terminating connection`')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['a statement that was given up', new Error('Query read timeout')],
    ['an engine that does not answer', new Fault('unavailable', 'no answer')],
    ['any of these as a cause', new Error('outer', { cause: new UnavailableError('database') })],
  ])('%s is away', (_what, error) => {
    expect(isUnavailable(error)).toBe(true)
  })

  it.each([
    ['a wrong column', new Error('Raw query failed. Code: `42804`. Message: `column is of type text`')],
    ['a bug of ours', new TypeError('x is undefined')],
    ['an error inside the engine', new Fault('internal', 'command failed')],
    ['something that is no error', 'oh'],
  ])('%s is a bug', (_what, error) => {
    expect(isUnavailable(error)).toBe(false)
  })

  it('work that does not end in time is away, work that ends is itself', async () => {
    await expect(withinDeadline(new Promise(() => {}), 20)).rejects.toBeInstanceOf(UnavailableError)
    await expect(withinDeadline(Promise.resolve(7), 20)).resolves.toBe(7)
    await expect(withinDeadline(Promise.reject(new TypeError('mine')), 20)).rejects.toThrow('mine')
  })
})
