import { describe } from '@jest/globals'
import { checkExamples } from './example.ts'

describe('calendar days, each day named', () => {
  checkExamples([
    {
      title: 'a residence permit: 15 days from receipt, weekends included',
      received: '2026-03-02 10:00',
      limit: [15, 'calendar-days'],
      days: '03-03 Tue 1 | 03-04 Wed 2 | 03-05 Thu 3 | 03-06 Fri 4 | 03-07 Sat 5 | 03-08 Sun 6 | 03-09 Mon 7 | 03-10 Tue 8 | 03-11 Wed 9 | 03-12 Thu 10 | 03-13 Fri 11 | 03-14 Sat 12 | 03-15 Sun 13 | 03-16 Mon 14 | 03-17 Tue 15',
      due: '2026-03-17 17:30',
    },
    {
      title: 'a last day on Sunday moves to Monday',
      received: '2026-03-01 10:00',
      limit: [7, 'calendar-days'],
      days: '03-02 Mon 1 | 03-03 Tue 2 | 03-04 Wed 3 | 03-05 Thu 4 | 03-06 Fri 5 | 03-07 Sat 6 | 03-08 Sun 7 | rolled to 03-09 Mon',
      due: '2026-03-09 17:30',
    },
    {
      title: 'a last day on Saturday moves to a make-up Sunday',
      received: '2026-09-14 10:00',
      limit: [5, 'calendar-days'],
      days: '09-15 Tue 1 | 09-16 Wed 2 | 09-17 Thu 3 | 09-18 Fri 4 | 09-19 Sat 5 | rolled to 09-20 Sun',
      due: '2026-09-20 17:30',
    },
    {
      title: 'a last day on a make-up Saturday stays',
      received: '2026-02-09 10:00',
      limit: [5, 'calendar-days'],
      days: '02-10 Tue 1 | 02-11 Wed 2 | 02-12 Thu 3 | 02-13 Fri 4 | 02-14 Sat 5',
      due: '2026-02-14 17:30',
    },
    {
      title: 'a last day within National Day moves past the holiday',
      received: '2026-09-24 10:00',
      limit: [10, 'calendar-days'],
      days: '09-25 Fri 1 | 09-26 Sat 2 | 09-27 Sun 3 | 09-28 Mon 4 | 09-29 Tue 5 | 09-30 Wed 6 | 10-01 Thu 7 | 10-02 Fri 8 | 10-03 Sat 9 | 10-04 Sun 10 | rolled to 10-08 Thu',
      due: '2026-10-08 17:30',
    },
    {
      title: 'the expert’s time to supplement moves likewise and ends at 24:00',
      received: '2026-03-03 10:00',
      limit: [5, 'calendar-days'],
      endsAt: 'midnight',
      days: '03-04 Wed 1 | 03-05 Thu 2 | 03-06 Fri 3 | 03-07 Sat 4 | 03-08 Sun 5 | rolled to 03-09 Mon',
      due: '2026-03-09 24:00',
    },
    {
      title: 'a pause takes the days whose 24:00 it covers',
      received: '2026-03-02 10:00',
      limit: [5, 'calendar-days'],
      pauses: [['2026-03-03 12:00', '2026-03-05 12:00', 'quarantine']],
      days: '03-03 Tue paused | 03-04 Wed paused | 03-05 Thu 1 | 03-06 Fri 2 | 03-07 Sat 3 | 03-08 Sun 4 | 03-09 Mon 5',
      due: '2026-03-09 17:30',
    },
    {
      title: 'a pause over at 23:00 takes no calendar day although it covered the close',
      received: '2026-03-02 10:00',
      limit: [3, 'calendar-days'],
      pauses: [['2026-03-03 09:00', '2026-03-03 23:00', 'test']],
      days: '03-03 Tue 1 | 03-04 Wed 2 | 03-05 Thu 3',
      due: '2026-03-05 17:30',
    },
    {
      title: 'a pause from 24:00 to 24:00 takes exactly the day between',
      received: '2026-03-02 10:00',
      limit: [3, 'calendar-days'],
      pauses: [['2026-03-04 00:00', '2026-03-05 00:00', 'test']],
      days: '03-03 Tue 1 | 03-04 Wed paused | 03-05 Thu 2 | 03-06 Fri 3',
      due: '2026-03-06 17:30',
    },
    {
      title: 'an extension of calendar days adds calendar days',
      received: '2026-03-02 10:00',
      limit: [2, 'calendar-days'],
      extensions: [[1, '2026-03-03 10:00']],
      days: '03-03 Tue 1 | 03-04 Wed 2 | 03-05 Thu 3',
      due: '2026-03-05 17:30',
    },
    {
      title: 'a last day past the announced years moves by the week, provisionally',
      received: '2026-12-31 10:00',
      limit: [2, 'calendar-days'],
      days: '01-01 Fri 1 | 01-02 Sat 2 | rolled to 01-04 Mon',
      due: '2027-01-04 17:30',
      provisional: true,
    },
    {
      title: 'an open pause leaves what remains in calendar days',
      received: '2026-03-02 10:00',
      limit: [5, 'calendar-days'],
      pauses: [['2026-03-04 10:00', null, 'hearing']],
      days: '03-03 Tue 1',
      due: null,
      left: 4,
    },
  ])
})

describe('calendar months, the corresponding day named', () => {
  checkExamples([
    {
      title: '31 January + 1 month in 2026 is 28 February, a make-up Saturday',
      received: '2026-01-31 10:00',
      limit: [1, 'calendar-months'],
      days: '1 months 02-28 Sat last of month',
      due: '2026-02-28 17:30',
    },
    {
      title: '31 January + 1 month in 2025 is Friday 28 February',
      received: '2025-01-31 10:00',
      limit: [1, 'calendar-months'],
      days: '1 months 02-28 Fri last of month',
      due: '2025-02-28 17:30',
    },
    {
      title: '31 January + 1 month in a leap year is 29 February',
      received: '2024-01-31 10:00',
      limit: [1, 'calendar-months'],
      days: '1 months 02-29 Thu last of month',
      due: '2024-02-29 17:30',
    },
    {
      title: '29 February + 12 months is 28 February',
      received: '2024-02-29 10:00',
      limit: [12, 'calendar-months'],
      days: '12 months 02-28 Fri last of month',
      due: '2025-02-28 17:30',
    },
    {
      title: '30 November + 3 months ends with February',
      received: '2025-11-30 10:00',
      limit: [3, 'calendar-months'],
      days: '3 months 02-28 Sat last of month',
      due: '2026-02-28 17:30',
    },
    {
      title: 'a corresponding day within Spring Festival moves past it',
      received: '2026-01-15 10:00',
      limit: [1, 'calendar-months'],
      days: '1 months 02-15 Sun | rolled to 02-24 Tue',
      due: '2026-02-24 17:30',
    },
    {
      title: 'each paused day is added, and then the day moves past Qingming',
      received: '2026-03-02 10:00',
      limit: [1, 'calendar-months'],
      pauses: [['2026-03-10 10:00', '2026-03-13 10:00', 'expert-review']],
      days: '1 months 04-02 Thu | 03-10 Tue paused | 03-11 Wed paused | 03-12 Thu paused | 3 added 04-05 Sun | rolled to 04-07 Tue',
      due: '2026-04-07 17:30',
    },
    {
      title: 'an extension of months counts from receipt with the budget',
      received: '2026-01-31 10:00',
      limit: [1, 'calendar-months'],
      extensions: [[1, '2026-02-10 10:00']],
      days: '2 months 03-31 Tue',
      due: '2026-03-31 17:30',
    },
  ])
})
