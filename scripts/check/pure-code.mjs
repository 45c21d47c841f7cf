import { walk } from './syntax.mjs'

/** The one file of the workflows that may read a clock: Temporal's own, which replays. */
const CLOCK_FILE = 'workflows/case-time.ts'

/** Methods of Date that answer in the time zone of the machine. */
const LOCAL_TIME = /^[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset|Year)$/

/** Globals of Node and the browser that the core must not see. */
const EFFECTS = new Set(['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'Buffer', 'globalThis'])

/**
 * What makes code answer differently at another time, on another machine or in
 * a replay, in a file of domain/ or workflows/.
 */
export function impurities(path, tree) {
  const found = []
  const add = (node, what, why) => found.push({ node, rule: 'pure-code', message: `${what}: ${why}` })
  const isDomain = path.startsWith('domain/')
  walk(tree, (node) => {
    const name = memberName(node)
    if (name === 'Date.now' && path !== CLOCK_FILE) add(node, name, 'the core is told the instant; workflows ask case-time.ts')
    if (name === 'Math.random') add(node, name, 'a replay would decide otherwise')
    if (node.type === 'MemberExpression' && node.property.type === 'Identifier') {
      const method = node.property.value
      if (method.startsWith('toLocale')) add(node, method, 'the answer depends on the machine')
      if (LOCAL_TIME.test(method)) add(node, method, 'the answer depends on the time zone of the machine')
    }
    if (node.type === 'NewExpression' && isNamed(node.callee, 'Date') && (node.arguments ?? []).length === 0) {
      add(node, 'new Date()', 'the core is told the instant')
    }
    if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) add(node, 'Date()', 'the core is told the instant')
    const root = rootOf(node)
    if (root === 'Intl') add(node, 'Intl', 'the answer depends on the machine')
    if (isDomain && EFFECTS.has(root)) add(node, root, 'the core has no effects')
  })
  return found
}

function isNamed(node, name) {
  return node.type === 'Identifier' && node.value === name
}

function memberName(node) {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return ''
  return `${node.object.value}.${node.property.value}`
}

/** The global that an expression starts from: of `process.env` and `fetch(url)` the first name. */
function rootOf(node) {
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier') return node.object.value
  if ((node.type === 'CallExpression' || node.type === 'NewExpression') && node.callee.type === 'Identifier') return node.callee.value
  return ''
}
