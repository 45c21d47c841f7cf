// Keeps one service of the tests alive while a process that uses it runs, and
// clears it away when none has for a while, however the test run ended. Plain
// JavaScript, since tests run from the sources and Node 20 reads no TypeScript.
// Argument: JSON {command, args, options, logFile, folder, stateFile, users, idleMs}
import { spawn } from 'node:child_process'
import { linkSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const task = JSON.parse(process.argv[2] ?? '')
const log = openSync(task.logFile, 'a')
const child = spawn(task.command, task.args, { ...task.options, stdio: ['ignore', log, log] })
let idleSince = Date.now()
let gone = false

/** Users write a file named PID-START; the start time tells a later process with the same number apart. */
function isAlive(name) {
  const [pid, started] = name.split('-')
  try {
    if (started === '') return process.kill(Number(pid), 0)
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] !== 'Z' && fields[19] === started
  } catch {
    return false
  }
}

function liveUsers() {
  const names = readdirSync(task.users)
  for (const name of names) if (!isAlive(name)) rmSync(join(task.users, name), { force: true })
  return names.filter(isAlive).length
}

/** The state file is taken away before the last look at the users, so nobody can join a service that ends. */
function withdrawState() {
  const aside = `${task.stateFile}.${process.pid}`
  try {
    if (JSON.parse(readFileSync(task.stateFile, 'utf8')).keeper?.pid !== process.pid) return true
    renameSync(task.stateFile, aside)
  } catch {
    return true
  }
  const needed = !gone && liveUsers() > 0
  if (needed) linkSync(aside, task.stateFile)
  rmSync(aside, { force: true })
  return !needed
}

function end() {
  if (!withdrawState()) return
  clearInterval(watch)
  child.kill('SIGINT')
  setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
}

const watch = setInterval(() => {
  if (liveUsers() > 0) idleSince = Date.now()
  else if (Date.now() - idleSince > task.idleMs) end()
}, 1000)

/** A test run that has ended asks for the end; whoever joined in the meantime keeps the service. */
process.on('SIGTERM', end)
child.on('error', () => process.exit(1))
child.on('exit', () => {
  gone = true
  withdrawState()
  rmSync(task.folder, { recursive: true, force: true })
  process.exit(0)
})
