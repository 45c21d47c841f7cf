import { describe } from '@jest/globals'
import { checkExamples } from './example.ts'

const NATIONAL_2025 = ['10-01 Wed', '10-02 Thu', '10-03 Fri', '10-04 Sat', '10-05 Sun', '10-06 Mon', '10-07 Tue', '10-08 Wed']
  .map((date) => `${date} National Day and Mid-Autumn Festival`)
  .join(' | ')

describe('working hours and minutes, each span named', () => {
  checkExamples([
    {
      title: 'hours count from the moment itself and end with the period, not at the next one’s start',
      received: '2026-03-02 10:00',
      limit: [2, 'working-hours'],
      days: '03-02 Mon 10:00-12:00',
      due: '2026-03-02 12:00',
    },
    {
      title: 'hours go on after the midday break',
      received: '2026-03-02 11:00',
      limit: [2, 'working-hours'],
      days: '03-02 Mon 11:00-12:00 | 03-02 Mon 13:30-14:30',
      due: '2026-03-02 14:30',
    },
    {
      title: 'a whole day of seven hours ends at its close',
      received: '2026-03-02 09:00',
      limit: [7, 'working-hours'],
      days: '03-02 Mon 09:00-12:00 | 03-02 Mon 13:30-17:30',
      due: '2026-03-02 17:30',
    },
    {
      title: 'what is received in the midday break starts when the office opens',
      received: '2026-03-02 12:15',
      limit: [60, 'working-minutes'],
      days: '03-02 Mon 13:30-14:30',
      due: '2026-03-02 14:30',
    },
    {
      title: 'what is received on Sunday starts on Monday',
      received: '2026-03-08 20:00',
      limit: [90, 'working-minutes'],
      days: '03-08 Sun rest | 03-09 Mon 09:00-10:30',
      due: '2026-03-09 10:30',
    },
    {
      title: 'a make-up Saturday has office hours',
      received: '2026-02-13 17:00',
      limit: [2, 'working-hours'],
      days: '02-13 Fri 17:00-17:30 | 02-14 Sat 09:00-10:30',
      due: '2026-02-14 10:30',
    },
    {
      title: 'a hall open on Saturday morning has office hours although it is no working day',
      calendar: 'cn-west',
      received: '2026-03-06 17:00',
      limit: [2, 'working-hours'],
      days: '03-06 Fri 17:00-17:30 | 03-07 Sat 09:00-10:30',
      due: '2026-03-07 10:30',
    },
    {
      title: 'no hour of National Day counts',
      received: '2025-09-30 17:00',
      limit: [60, 'working-minutes'],
      days: `09-30 Tue 17:00-17:30 | ${NATIONAL_2025} | 10-09 Thu 09:00-09:30`,
      due: '2025-10-09 09:30',
    },
    {
      title: 'a pause does not count from its first to its last minute',
      received: '2026-03-02 09:00',
      limit: [4, 'working-hours'],
      pauses: [['2026-03-02 10:00', '2026-03-02 14:00', 'awaiting-materials']],
      days: '03-02 Mon 09:00-10:00 | paused 03-02 10:00 to 03-02 14:00 | 03-02 Mon 14:00-17:00',
      due: '2026-03-02 17:00',
    },
    {
      title: 'a pause over night leaves the open hours around it',
      received: '2026-03-02 09:00',
      limit: [8, 'working-hours'],
      pauses: [['2026-03-02 16:00', '2026-03-03 10:00', 'awaiting-materials']],
      days: '03-02 Mon 09:00-12:00 | 03-02 Mon 13:30-16:00 | paused 03-02 16:00 to 03-03 10:00 | 03-03 Tue 10:00-12:00 | 03-03 Tue 13:30-14:00',
      due: '2026-03-03 14:00',
    },
    {
      title: 'an extension of hours adds hours',
      received: '2026-03-02 10:00',
      limit: [2, 'working-hours'],
      extensions: [[1, '2026-03-02 11:00']],
      days: '03-02 Mon 10:00-12:00 | 03-02 Mon 13:30-14:30',
      due: '2026-03-02 14:30',
    },
    {
      title: 'an open pause leaves three of four hours',
      received: '2026-03-02 09:00',
      limit: [4, 'working-hours'],
      pauses: [['2026-03-02 10:00', null, 'awaiting-materials']],
      days: '03-02 Mon 09:00-10:00',
      due: null,
      left: 3,
    },
    {
      title: 'a pause that begins when the last minute is spent comes too late',
      received: '2026-03-02 09:00',
      limit: [60, 'working-minutes'],
      pauses: [['2026-03-02 10:00', null, 'awaiting-materials']],
      days: '03-02 Mon 09:00-10:00',
      due: '2026-03-02 10:00',
    },
    {
      title: 'hours past the announced years follow the week, provisionally',
      received: '2026-12-31 17:00',
      limit: [60, 'working-minutes'],
      days: '12-31 Thu 17:00-17:30 | 01-01 Fri 09:00-09:30',
      due: '2027-01-01 09:30',
      provisional: true,
    },
  ])
})

describe('elapsed hours, for emergencies', () => {
  checkExamples([
    {
      title: 'they run through night and holiday',
      received: '2026-02-14 22:00',
      limit: [24, 'elapsed-hours'],
      days: '02-14 22:00 to 02-15 22:00',
      due: '2026-02-15 22:00',
    },
    {
      title: 'only a pause stops them',
      received: '2026-02-14 22:00',
      limit: [2, 'elapsed-hours'],
      pauses: [['2026-02-14 22:30', '2026-02-14 23:30', 'awaiting-expert-decision']],
      days: '02-14 22:00 to 02-14 22:30 | paused 02-14 22:30 to 02-14 23:30 | 02-14 23:30 to 02-15 01:00',
      due: '2026-02-15 01:00',
    },
    {
      title: 'a year not announced makes no difference to them',
      received: '2027-05-01 10:00',
      limit: [2, 'elapsed-hours'],
      days: '05-01 10:00 to 05-01 12:00',
      due: '2027-05-01 12:00',
    },
  ])
})
