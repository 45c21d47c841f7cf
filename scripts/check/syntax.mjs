import { parseSync } from '@swc/core'

/**
 * The syntax tree of a source with a function that gives the line (from 1) of a
 * node. swc counts bytes over all files it has read in a process, so the first
 * node tells where this file begins.
 */
export function syntaxOf(path, text) {
  const tree = parseSync(`;${text}`, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' })
  const bytes = Buffer.from(text)
  const start = tree.body[0].span.start + 1
  const lineOf = (node) =>
    bytes
      .subarray(0, node.span.start - start)
      .toString()
      .split('\n').length
  return { tree, lineOf }
}

/** Calls `visit` with every node of the tree that has a type. */
export function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit)
    return
  }
  if (node === null || typeof node !== 'object') return
  if (typeof node.type === 'string') visit(node)
  for (const value of Object.values(node)) walk(value, visit)
}

/** Imports and re-exports of a tree: the module named, and whether only types come from it. */
export function importsOf(tree) {
  const found = []
  walk(tree, (node) => {
    if (node.type === 'ImportDeclaration') found.push({ node, module: node.source.value, typeOnly: isTypeOnly(node) })
    if (node.type === 'ExportNamedDeclaration' && node.source) found.push({ node, module: node.source.value, typeOnly: isTypeOnly(node) })
    if (node.type === 'ExportAllDeclaration') found.push({ node, module: node.source.value, typeOnly: false })
    if (node.type === 'CallExpression' && node.callee.type === 'Import') {
      found.push({ node, module: node.arguments[0]?.expression?.value ?? '', typeOnly: false })
    }
  })
  return found
}

function isTypeOnly(node) {
  if (node.typeOnly) return true
  return node.specifiers.length > 0 && node.specifiers.every((one) => one.isTypeOnly)
}
