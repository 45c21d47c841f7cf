import { describe } from '@jest/globals'
import { checkExamples } from './example.ts'

const SPRING_2026 =
  '02-15 Sun Spring Festival | 02-16 Mon Spring Festival | 02-17 Tue Spring Festival | 02-18 Wed Spring Festival | 02-19 Thu Spring Festival | ' +
  '02-20 Fri Spring Festival | 02-21 Sat Spring Festival | 02-22 Sun Spring Festival | 02-23 Mon Spring Festival'
describe('working days with pauses and extensions, each day named', () => {
  checkExamples([
    {
      title: 'a pause inside one day changes nothing',
      received: '2026-03-02 10:00',
      limit: [3, 'working-days'],
      pauses: [['2026-03-03 09:00', '2026-03-03 17:00', 'awaiting-materials']],
      days: '03-03 Tue 1 | 03-04 Wed 2 | 03-05 Thu 3',
      due: '2026-03-05 17:30',
    },
    {
      title: 'a short pause over a close takes that day',
      received: '2026-03-02 10:00',
      limit: [3, 'working-days'],
      pauses: [['2026-03-03 17:00', '2026-03-04 09:30', 'awaiting-materials']],
      days: '03-03 Tue paused | 03-04 Wed 1 | 03-05 Thu 2 | 03-06 Fri 3',
      due: '2026-03-06 17:30',
    },
    {
      title: 'a pause that begins with a close leaves that day and one that ends with a close takes it',
      received: '2026-03-02 10:00',
      limit: [3, 'working-days'],
      pauses: [['2026-03-03 17:30', '2026-03-04 17:30', 'hearing']],
      days: '03-03 Tue 1 | 03-04 Wed paused | 03-05 Thu 2 | 03-06 Fri 3',
      due: '2026-03-06 17:30',
    },
    {
      title: 'a pause over Spring Festival takes only the working day it covers',
      received: '2026-02-12 10:00',
      limit: [5, 'working-days'],
      pauses: [['2026-02-14 12:00', '2026-02-24 12:00', 'appraisal']],
      days: `02-13 Fri 1 | 02-14 Sat paused | ${SPRING_2026} | 02-24 Tue 2 | 02-25 Wed 3 | 02-26 Thu 4 | 02-27 Fri 5`,
      due: '2026-02-27 17:30',
    },
    {
      title: 'a pause within a holiday changes nothing',
      received: '2026-02-12 10:00',
      limit: [5, 'working-days'],
      pauses: [['2026-02-16 09:00', '2026-02-20 09:00', 'appraisal']],
      days: `02-13 Fri 1 | 02-14 Sat 2 make-up | ${SPRING_2026} | 02-24 Tue 3 | 02-25 Wed 4 | 02-26 Thu 5`,
      due: '2026-02-26 17:30',
    },
    {
      title: 'an extension granted while paused adds to the budget',
      received: '2026-03-02 10:00',
      limit: [5, 'working-days'],
      pauses: [['2026-03-04 10:00', '2026-03-06 10:00', 'inspection']],
      extensions: [[2, '2026-03-05 11:00']],
      days: '03-03 Tue 1 | 03-04 Wed paused | 03-05 Thu paused | 03-06 Fri 2 | 03-07 Sat rest | 03-08 Sun rest | 03-09 Mon 3 | 03-10 Tue 4 | 03-11 Wed 5 | 03-12 Thu 6 | 03-13 Fri 7',
      due: '2026-03-13 17:30',
    },
    {
      title: 'two pauses for excluded procedures, a hearing and an appraisal',
      received: '2026-03-02 10:00',
      limit: [6, 'working-days'],
      pauses: [
        ['2026-03-03 10:00', '2026-03-05 10:00', 'hearing'],
        ['2026-03-10 10:00', '2026-03-12 10:00', 'appraisal'],
      ],
      days: '03-03 Tue paused | 03-04 Wed paused | 03-05 Thu 1 | 03-06 Fri 2 | 03-07 Sat rest | 03-08 Sun rest | 03-09 Mon 3 | 03-10 Tue paused | 03-11 Wed paused | 03-12 Thu 4 | 03-13 Fri 5 | 03-14 Sat rest | 03-15 Sun rest | 03-16 Mon 6',
      due: '2026-03-16 17:30',
    },
    {
      title: 'pauses that overlap count once',
      received: '2026-03-02 10:00',
      limit: [2, 'working-days'],
      pauses: [
        ['2026-03-04 10:00', '2026-03-06 10:00', 'hearing'],
        ['2026-03-03 10:00', '2026-03-05 10:00', 'awaiting-materials'],
      ],
      days: '03-03 Tue paused | 03-04 Wed paused | 03-05 Thu paused | 03-06 Fri 1 | 03-07 Sat rest | 03-08 Sun rest | 03-09 Mon 2',
      due: '2026-03-09 17:30',
    },
    {
      title: 'a pause that has not ended leaves no date but what remains',
      received: '2026-03-02 10:00',
      limit: [5, 'working-days'],
      pauses: [['2026-03-05 10:00', null, 'expert-review']],
      days: '03-03 Tue 1 | 03-04 Wed 2',
      due: null,
      left: 3,
    },
    {
      title: 'a pause begun at the close that spent the budget comes too late',
      received: '2026-03-02 10:00',
      limit: [2, 'working-days'],
      pauses: [['2026-03-04 17:30', null, 'expert-review']],
      days: '03-03 Tue 1 | 03-04 Wed 2',
      due: '2026-03-04 17:30',
    },
  ])
})
