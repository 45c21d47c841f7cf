import { describe } from '@jest/globals'
import { checkExamples } from './example.ts'

const SPRING_2026 =
  '02-15 Sun Spring Festival | 02-16 Mon Spring Festival | 02-17 Tue Spring Festival | 02-18 Wed Spring Festival | 02-19 Thu Spring Festival | ' +
  '02-20 Fri Spring Festival | 02-21 Sat Spring Festival | 02-22 Sun Spring Festival | 02-23 Mon Spring Festival'
const NATIONAL_2025 = ['10-01 Wed', '10-02 Thu', '10-03 Fri', '10-04 Sat', '10-05 Sun', '10-06 Mon', '10-07 Tue', '10-08 Wed']
  .map((date) => `${date} National Day and Mid-Autumn Festival`)
  .join(' | ')

describe('working days, each day named', () => {
  checkExamples([
    {
      title: 'a plain week: five days from Monday end at close on the next Monday',
      received: '2026-03-02 10:00',
      limit: [5, 'working-days'],
      days: '03-03 Tue 1 | 03-04 Wed 2 | 03-05 Thu 3 | 03-06 Fri 4 | 03-07 Sat rest | 03-08 Sun rest | 03-09 Mon 5',
      due: '2026-03-09 17:30',
    },
    {
      title: 'Spring Festival 2026 with its make-up Saturday before it',
      received: '2026-02-12 10:00',
      limit: [5, 'working-days'],
      days: `02-13 Fri 1 | 02-14 Sat 2 make-up | ${SPRING_2026} | 02-24 Tue 3 | 02-25 Wed 4 | 02-26 Thu 5`,
      due: '2026-02-26 17:30',
    },
    {
      title: 'the decision of a licence in 20 working days over Spring Festival 2026 and both its make-up Saturdays',
      received: '2026-02-02 09:00',
      limit: [20, 'working-days'],
      days:
        '02-03 Tue 1 | 02-04 Wed 2 | 02-05 Thu 3 | 02-06 Fri 4 | 02-07 Sat rest | 02-08 Sun rest | 02-09 Mon 5 | 02-10 Tue 6 | 02-11 Wed 7 | 02-12 Thu 8 | 02-13 Fri 9 | 02-14 Sat 10 make-up | ' +
        `${SPRING_2026} | 02-24 Tue 11 | 02-25 Wed 12 | 02-26 Thu 13 | 02-27 Fri 14 | 02-28 Sat 15 make-up | 03-01 Sun rest | 03-02 Mon 16 | 03-03 Tue 17 | 03-04 Wed 18 | 03-05 Thu 19 | 03-06 Fri 20`,
      due: '2026-03-06 17:30',
    },
    {
      title: 'National Day 2025 with its make-up Sunday',
      received: '2025-09-26 15:00',
      limit: [5, 'working-days'],
      days: `09-27 Sat rest | 09-28 Sun 1 make-up | 09-29 Mon 2 | 09-30 Tue 3 | ${NATIONAL_2025} | 10-09 Thu 4 | 10-10 Fri 5`,
      due: '2025-10-10 17:30',
    },
    {
      title: 'Mid-Autumn and National Day 2026 with the make-up Sunday before them',
      received: '2026-09-18 08:00',
      limit: [10, 'working-days'],
      days:
        '09-19 Sat rest | 09-20 Sun 1 make-up | 09-21 Mon 2 | 09-22 Tue 3 | 09-23 Wed 4 | 09-24 Thu 5 | 09-25 Fri Mid-Autumn Festival | 09-26 Sat Mid-Autumn Festival | 09-27 Sun Mid-Autumn Festival | ' +
        '09-28 Mon 6 | 09-29 Tue 7 | 09-30 Wed 8 | 10-01 Thu National Day | 10-02 Fri National Day | 10-03 Sat National Day | 10-04 Sun National Day | 10-05 Mon National Day | 10-06 Tue National Day | ' +
        '10-07 Wed National Day | 10-08 Thu 9 | 10-09 Fri 10',
      due: '2026-10-09 17:30',
    },
    {
      title: 'New Year 2026, three days off and a make-up Sunday',
      received: '2025-12-30 11:00',
      limit: [3, 'working-days'],
      days: '12-31 Wed 1 | 01-01 Thu New Year | 01-02 Fri New Year | 01-03 Sat New Year | 01-04 Sun 2 make-up | 01-05 Mon 3',
      due: '2026-01-05 17:30',
    },
    {
      title: 'New Year across the notices of 2024 and 2025',
      received: '2024-12-30 09:30',
      limit: [3, 'working-days'],
      days: '12-31 Tue 1 | 01-01 Wed New Year | 01-02 Thu 2 | 01-03 Fri 3',
      due: '2025-01-03 17:30',
    },
    {
      title: '29 February is a working day of its year',
      received: '2024-02-28 10:00',
      limit: [3, 'working-days'],
      days: '02-29 Thu 1 | 03-01 Fri 2 | 03-02 Sat rest | 03-03 Sun rest | 03-04 Mon 3',
      due: '2024-03-04 17:30',
    },
    {
      title: 'receipt on a Sunday: Monday is the first day',
      received: '2026-03-08 14:00',
      limit: [2, 'working-days'],
      days: '03-09 Mon 1 | 03-10 Tue 2',
      due: '2026-03-10 17:30',
    },
    {
      title: 'receipt at 23:59 still makes that day the day of receipt',
      received: '2026-03-09 23:59',
      limit: [1, 'working-days'],
      days: '03-10 Tue 1',
      due: '2026-03-10 17:30',
    },
    {
      title: 'receipt at 00:01 makes the new day the day of receipt',
      received: '2026-03-10 00:01',
      limit: [1, 'working-days'],
      days: '03-11 Wed 1',
      due: '2026-03-11 17:30',
    },
    {
      title: 'receipt on a make-up Saturday: that day does not count',
      received: '2026-02-14 10:00',
      limit: [1, 'working-days'],
      days: `${SPRING_2026} | 02-24 Tue 1`,
      due: '2026-02-24 17:30',
    },
    {
      title: 'a make-up Saturday may be the last day',
      received: '2026-05-08 16:00',
      limit: [1, 'working-days'],
      days: '05-09 Sat 1 make-up',
      due: '2026-05-09 17:30',
    },
    {
      title: 'Qingming 2024 is made up on the Sunday after it',
      received: '2024-04-03 10:00',
      limit: [3, 'working-days'],
      days: '04-04 Thu Qingming | 04-05 Fri Qingming | 04-06 Sat Qingming | 04-07 Sun 1 make-up | 04-08 Mon 2 | 04-09 Tue 3',
      due: '2024-04-09 17:30',
    },
    {
      title: 'Labour Day 2025: the Sunday before is worked, five days are off',
      received: '2025-04-25 10:00',
      limit: [5, 'working-days'],
      days: '04-26 Sat rest | 04-27 Sun 1 make-up | 04-28 Mon 2 | 04-29 Tue 3 | 04-30 Wed 4 | 05-01 Thu Labour Day | 05-02 Fri Labour Day | 05-03 Sat Labour Day | 05-04 Sun Labour Day | 05-05 Mon Labour Day | 05-06 Tue 5',
      due: '2025-05-06 17:30',
    },
    {
      title: 'a station with a local holiday counts by its own calendar',
      calendar: 'cn-west',
      received: '2026-08-14 10:00',
      limit: [3, 'working-days'],
      days: '08-15 Sat rest | 08-16 Sun rest | 08-17 Mon City Founding Day | 08-18 Tue City Founding Day | 08-19 Wed 1 | 08-20 Thu 2 | 08-21 Fri 3',
      due: '2026-08-21 17:30',
    },
    {
      title: 'the same receipt at a station without that holiday',
      received: '2026-08-14 10:00',
      limit: [3, 'working-days'],
      days: '08-15 Sat rest | 08-16 Sun rest | 08-17 Mon 1 | 08-18 Tue 2 | 08-19 Wed 3',
      due: '2026-08-19 17:30',
    },
    {
      title: 'a make-up day ends with its own office hours, here at 16:00',
      calendar: 'cn-west',
      received: '2026-08-20 10:00',
      limit: [2, 'working-days'],
      days: '08-21 Fri 1 | 08-22 Sat 2 make-up',
      due: '2026-08-22 16:00',
    },
    {
      title: 'a hall open on Saturday morning makes no working day',
      calendar: 'cn-west',
      received: '2026-03-06 10:00',
      limit: [1, 'working-days'],
      days: '03-07 Sat rest | 03-08 Sun rest | 03-09 Mon 1',
      due: '2026-03-09 17:30',
    },
    {
      title: 'a year not yet announced is counted by the week and said to be provisional',
      received: '2026-12-30 10:00',
      limit: [3, 'working-days'],
      days: '12-31 Thu 1 | 01-01 Fri 2 | 01-02 Sat rest | 01-03 Sun rest | 01-04 Mon 3',
      due: '2027-01-04 17:30',
      provisional: true,
    },
    {
      title: 'the expert’s own limit ends at 24:00 of the same day',
      received: '2026-03-02 10:00',
      limit: [3, 'working-days'],
      endsAt: 'midnight',
      days: '03-03 Tue 1 | 03-04 Wed 2 | 03-05 Thu 3',
      due: '2026-03-05 24:00',
    },
  ])
})
