import { createServer } from 'node:http'
import { connect } from 'node:net'
import express from 'express'
import { describe, expect, it } from '@jest/globals'
import { bodyInTime } from '../../api/http/body-in-time.ts'

/** What a client reads until the office hangs up, or until what is wanted has come. */
async function answered(sent: string, wanted: string): Promise<string> {
  const app = express()
  app.use(bodyInTime(100), express.json())
  app.all('/', (_request, response) => {
    // Later than the time that a body has.
    setTimeout(() => response.send('answered'), 400)
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const read = await new Promise<string>((resolve) => {
    let text = ''
    const socket = connect(address.port, '127.0.0.1', () => socket.write(sent))
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      text += String(chunk)
      if (text.includes(wanted)) socket.destroy()
    })
    socket.on('close', () => resolve(text))
  })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return read
}

describe('a body', () => {
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n'

  it('that does not come whole in its time is cut off', async () => {
    expect(await answered(`${head}{`, 'answered')).toBe('')
  })

  it('that is whole leaves the answer all the time it needs, and so does a request without one', async () => {
    expect(await answered(`${head}{}`, 'answered')).toContain('200 OK')
    expect(await answered('GET / HTTP/1.1\r\nHost: x\r\n\r\n', 'answered')).toContain('200 OK')
  })
})
