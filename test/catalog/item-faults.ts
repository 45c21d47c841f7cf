/** One fault: what is replaced in the small catalogue's item, and every problem that must be told. */
export interface Fault {
  readonly title: string
  readonly find: string
  readonly put: string
  readonly told: readonly string[]
}

const ITEM = 'items/visit.yaml'

/** Faults that the item alone shows. */
export const ITEM_FAULTS: readonly Fault[] = [
  {
    title: 'two form fields of one code',
    find: '{ code: persons,',
    put: '{ code: topic,',
    told: [`${ITEM}:8 duplicate-code`, `${ITEM}:52 condition`],
  },
  {
    title: 'a choice without options',
    find: ', options: [{ code: home, zh: 家, en: Home }, { code: work, zh: 工作, en: Work }]',
    put: '',
    told: [`${ITEM}:7 field-options`, `${ITEM}:57 condition`],
  },
  { title: 'bounds the wrong way round', find: 'min: 1, max: 9', put: 'min: 9, max: 1', told: [`${ITEM}:8 field-bounds`] },
  {
    title: 'a text as a fact',
    find: 'type: text, max: 80, confidential: true',
    put: 'type: text, fact: true',
    told: [`${ITEM}:9 fact-type`],
  },
  {
    title: 'a confidential fact',
    find: 'fact: true, min: 1, max: 9',
    put: 'fact: true, confidential: true',
    told: [`${ITEM}:8 fact-confidential`],
  },
  { title: 'a condition on an unknown fact', find: 'form.persons > 3', put: 'form.people > 3', told: [`${ITEM}:52 condition`] },
  {
    title: 'a condition that asks the clock',
    find: 'form.topic = "home"',
    put: 'now() = now()',
    told: [`${ITEM}:57 condition`, `${ITEM}:57 condition`],
  },
  {
    title: 'an outcome to a stage that does not exist',
    find: 'code: again, name: { zh: 重新安排, en: Again }, to: work',
    put: 'code: again, name: { zh: 重新安排, en: Again }, to: wrok',
    told: [`${ITEM}:70 unknown-stage`],
  },
  { title: 'a first stage that does not exist', find: 'start: reception', put: 'start: intake', told: [`${ITEM}:29 unknown-stage`] },
  {
    title: 'an outcome whose last row has a condition',
    find: '- { close: settled }',
    put: '- { when: form.topic = "work", close: settled }',
    told: [`${ITEM}:54 leads-nowhere`],
  },
  {
    title: 'a row behind one without a condition',
    find: '- { when: form.topic = "home", to: check }',
    put: '- { to: check }',
    told: [`${ITEM}:58 row-never-reached`],
  },
  {
    title: 'a stage that nothing leads to',
    find: '- { when: form.topic = "home", to: check }',
    put: '- { when: form.topic = "home", close: settled }',
    told: [`${ITEM}:60 unreachable-stage`],
  },
  {
    title: 'a stage from which nothing ends',
    find: 'en: Done }, close: settled }\n      - { code: again, name: { zh: 重新安排, en: Again }, to: work }',
    put: 'en: Done }, to: check }',
    told: [`${ITEM}:60 stage-cannot-end`],
  },
  {
    title: 'an outcome that both accepts and refuses',
    find: 'accepts: true, to: work',
    put: 'accepts: true, leadsTo: [{ when: form.persons = 9, close: not-accepted }, { to: work }]',
    told: [`${ITEM}:41 accepts-and-refuses`],
  },
  {
    title: 'an acceptance limit without an outcome that accepts',
    find: 'accepts: true, to: work',
    put: 'to: work',
    told: [`${ITEM}:13 acceptance-without-outcome`, `${ITEM}:39 expiry-effect`],
  },
  {
    title: 'an accepting outcome without an acceptance limit',
    find: '  acceptance: 5 working-days\n  legal: 20 working-days from acceptance\n  promised:\n    A: 6 working-days from acceptance\n    B: 8 working-days from acceptance\n    C: 10 working-days from acceptance',
    put: '  legal: 20 working-days from receipt\n  promised:\n    A: 6 working-days from receipt\n    B: 8 working-days from receipt\n    C: 10 working-days from receipt',
    told: [`${ITEM}:40 accepts-without-limit`],
  },
  {
    title: 'limits from acceptance without an acceptance step',
    find: '  acceptance: 5 working-days\n',
    put: '',
    told: [
      `${ITEM}:40 accepts-without-limit`,
      `${ITEM}:13 starts-at-missing-acceptance`,
      `${ITEM}:15 starts-at-missing-acceptance`,
      `${ITEM}:16 starts-at-missing-acceptance`,
      `${ITEM}:17 starts-at-missing-acceptance`,
    ],
  },
  {
    title: 'stages that together exceed the legal limit',
    find: 'legal: 20 working-days',
    put: 'legal: 11 working-days',
    told: [`${ITEM}:14 stages-exceed-legal`],
  },
  {
    title: 'a promise longer than the legal limit',
    find: 'C: 10 working-days',
    put: 'C: 21 working-days',
    told: [`${ITEM}:18 promised-exceeds-legal`],
  },
  {
    title: 'an accepting stage longer than the acceptance limit',
    find: 'acceptance: 5 working-days',
    put: 'acceptance: 3 working-days',
    told: [`${ITEM}:37 stage-exceeds-acceptance`],
  },
  {
    title: 'a co-handler who has longer than the stage',
    find: 'limit: 3 working-days',
    put: 'limit: 9 working-days',
    told: [`${ITEM}:52 co-handling-exceeds-stage`],
  },
  {
    title: 'promised materials that may come after the promised limit',
    find: 'cure: 5 working-days',
    put: 'cure: 7 working-days',
    told: [`${ITEM}:19 cure-exceeds-promised`],
  },
  {
    title: 'extension rows that do not cover the greatest extension',
    find: 'upTo: 10',
    put: 'upTo: 9',
    told: [`${ITEM}:25 extension-rows`],
  },
  { title: 'extension rows that do not rise', find: 'upTo: 5', put: 'upTo: 10', told: [`${ITEM}:25 extension-rows`] },
  {
    title: 'an extension decided by a liaison',
    find: 'role: station-supervisor',
    put: 'role: liaison',
    told: [`${ITEM}:27 extension-role`],
  },
  {
    title: 'acceptance by silence where nothing accepts',
    find: 'workingLimit: 4 working-days\n',
    put: 'workingLimit: 4 working-days\n    onExpiry: deemed-accepted\n',
    told: [`${ITEM}:67 expiry-effect`],
  },
  {
    title: 'consent by silence where nobody is asked',
    find: 'workingLimit: 4 working-days\n',
    put: 'workingLimit: 4 working-days\n    onExpiry: deemed-consent\n',
    told: [`${ITEM}:67 expiry-effect`],
  },
  {
    title: 'a rung on a clock that the item does not have',
    find: '    coHandlers:\n      - { window: general.reception at own, when: form.persons > 3, limit: 3 working-days }\n',
    put: '',
    told: [`${ITEM}:73 rung-without-clock`],
  },
  {
    title: 'a named rung on a clock that the item does not have',
    find: 'legal: 20 working-days from acceptance',
    put: 'legal: null',
    told: [`${ITEM}:71 rung-without-clock`],
  },
  {
    title: 'a rung that counts in another unit than an order gives',
    find: 'clock: co-handling, at: 1 working-day before',
    put: 'clock: order-reply, at: 2 working-hours before',
    told: [`${ITEM}:75 rung-unit`],
  },
  {
    title: 'a rung for what is unsigned on a clock of the whole case',
    find: 'clock: co-handling, at: 1 working-day before, if: unfinished',
    put: 'clock: legal, at: due, if: unsigned',
    told: [`${ITEM}:75 rung-condition`],
  },
  {
    title: 'a rung that counts in another unit than its clock',
    find: 'at: 1 working-day before',
    put: 'at: 2 working-hours before',
    told: [`${ITEM}:75 rung-unit`],
  },
  {
    title: 'a rung before the start of its clock',
    find: 'at: 1 working-day before',
    put: 'at: 4 working-days before',
    told: [`${ITEM}:75 rung-before-start`],
  },
  {
    title: 'a rung at more than the whole of its budget',
    find: 'at: 1 working-day before',
    put: 'at: 120 percent',
    told: [`${ITEM}:75 rung-percent`],
  },
  {
    title: 'a rung by which an unanswered order brings another order',
    find: 'clock: co-handling, at: 1 working-day before, if: unfinished, card: yellow',
    put: 'clock: order-reply, at: due, order: { kind: urge, replyWithin: 1 working-day }',
    told: [`${ITEM}:75 rung-orders-again`],
  },
  {
    title: 'a rung that tells the decider of an extension on another clock',
    find: 'if: unfinished, card: yellow }',
    put: 'if: unfinished, notify: [decider] }',
    told: [`${ITEM}:75 rung-decider`],
  },
  {
    title: 'an effect that the expiry of the clock cannot have',
    find: 'start: reception',
    put: 'expiry:\n  cure: deemed-accepted\nstart: reception',
    told: [`${ITEM}:30 unknown-word`],
  },
  {
    title: 'the expiry of a stage among those of the item',
    find: 'start: reception',
    put: 'expiry: { stage: lapse }\nstart: reception',
    told: [`${ITEM}:29 unknown-key`],
  },
  {
    title: 'the expiry of a clock that the item does not have',
    find: 'extension:\n    maxTimes: 1\n    maxAmount: 10\n    decidedBy:\n      - { upTo: 5, role: department-head }\n      - { upTo: 10, role: station-supervisor }\n    decisionLimit: 2 working-days\nstart: reception',
    put: 'extension: null\nexpiry: { extension-decision: refused }\nstart: reception',
    told: [`${ITEM}:23 expiry-without-clock`],
  },
  { title: 'a rung that does nothing', find: ', card: yellow }', put: ' }', told: [`${ITEM}:75 rung-without-action`] },
]
