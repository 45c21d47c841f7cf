import type { Fault } from './item-faults.ts'

const ITEM = 'items/visit.yaml'

/** Faults of the text, its shape and its words. */
export const TEXT_FAULTS: readonly Fault[] = [
  { title: 'a line that is no YAML', find: 'start: reception', put: 'start: [reception', told: [`${ITEM}:30 not-yaml`] },
  { title: 'a key written twice', find: 'version: 1', put: 'version: 1\nversion: 2', told: [`${ITEM}:3 not-yaml`] },
  {
    title: 'a text longer than a catalogue file may be',
    find: 'version: 1',
    put: `version: 1 # ${'x'.repeat(262_144)}`,
    told: [`${ITEM}:1 too-large`],
  },
  {
    title: 'an unknown key',
    find: '    signLimit: 4 working-hours\n    workingLimit: 8',
    put: '    signLimit: 4 working-hours\n    deadline: soon\n    workingLimit: 8',
    told: [`${ITEM}:49 unknown-key`],
  },
  { title: 'a missing key', find: '    window: care.visits at city\n', put: '', told: [`${ITEM}:43 missing`] },
  { title: 'a name without Chinese', find: '{ zh: 走访, en: Visit }', put: '{ en: Visit }', told: [`${ITEM}:3 missing-text`] },
  { title: 'a name without English', find: 'name: { zh: 核对, en: Check }', put: 'name: { zh: 核对 }', told: [`${ITEM}:61 missing-text`] },
  {
    title: 'a blank text',
    find: 'statusText: { zh: 正在核对。, en: Being checked. }',
    put: 'statusText: { zh: 正在核对。, en: " " }',
    told: [`${ITEM}:63 missing-text`],
  },
  {
    title: 'an option without English',
    find: '{ code: work, zh: 工作, en: Work }',
    put: '{ code: work, zh: 工作 }',
    told: [`${ITEM}:7 missing-text`],
  },
  { title: 'a word where a number belongs', find: 'version: 1', put: 'version: one', told: [`${ITEM}:2 wrong-type`] },
  { title: 'a version below one', find: 'version: 1', put: 'version: 0', told: [`${ITEM}:2 out-of-range`] },
  { title: 'a close that is none of the results', find: 'close: not-accepted', put: 'close: refused', told: [`${ITEM}:42 unknown-word`] },
  {
    title: 'an extension decided by a role that nobody holds',
    find: 'role: department-head',
    put: 'role: mayor',
    told: [`${ITEM}:26 unknown-role`],
  },
  {
    title: 'a rung that tells a role nobody holds',
    find: 'card: yellow }',
    put: 'card: yellow, notify: [mayor] }',
    told: [`${ITEM}:75 unknown-role`],
  },
  { title: 'a code with capitals', find: 'code: visit', put: 'code: Visit', told: [`${ITEM}:1 bad-code`] },
  {
    title: 'a form field code that FEEL would read as minus',
    find: 'code: address',
    put: 'code: home-address',
    told: [`${ITEM}:9 bad-code`],
  },
  { title: 'an amount without a unit', find: 'workingLimit: 8 working-days', put: 'workingLimit: "8"', told: [`${ITEM}:49 bad-amount`] },
  {
    title: 'a negative amount',
    find: 'workingLimit: 8 working-days',
    put: 'workingLimit: -8 working-days',
    told: [`${ITEM}:49 bad-amount`],
  },
  {
    title: 'an absurd amount',
    find: 'workingLimit: 8 working-days',
    put: 'workingLimit: 10001 working-days',
    told: [`${ITEM}:49 bad-amount`],
  },
  {
    title: 'a limit that does not say what starts it',
    find: 'legal: 20 working-days from acceptance',
    put: 'legal: 20 working-days',
    told: [`${ITEM}:14 bad-limit`],
  },
  { title: 'a window without a level', find: 'window: care.visits at city', put: 'window: care.visits', told: [`${ITEM}:47 bad-window`] },
  { title: 'a rung at no moment', find: 'at: 1 working-day before', put: 'at: early', told: [`${ITEM}:75 bad-offset`] },
  { title: 'an outcome with two targets', find: 'ask: expert', put: 'ask: expert, close: settled', told: [`${ITEM}:59 one-target`] },
  { title: 'an outcome without a target', find: ', ask: expert', put: '', told: [`${ITEM}:59 one-target`] },
  {
    title: 'a row with two targets',
    find: '{ close: settled }\n',
    put: '{ close: settled, to: check }\n',
    told: [`${ITEM}:58 one-target`],
  },
  { title: 'a ladder that does not exist', find: 'use: plain', put: 'use: steep', told: [`${ITEM}:72 unknown-ladder`] },
  {
    title: 'a left-out rung that does not exist',
    find: 'without: [order-red]',
    put: 'without: [order-red, legal-blue]',
    told: [`${ITEM}:73 unknown-rung`],
  },
  {
    title: 'a window of an unknown department',
    find: 'window: care.visits at city',
    put: 'window: sports.visits at city',
    told: [`${ITEM}:47 unknown-department`],
  },
  {
    title: 'a window of an unknown function',
    find: 'window: care.visits at city',
    put: 'window: care.sports at city',
    told: [`${ITEM}:47 unknown-function`],
  },
  {
    title: 'a window that no station has',
    find: 'window: care.visits at city',
    put: 'window: care.gifts at city',
    told: [`${ITEM}:47 window-nowhere`],
  },
]
