import type { Words } from './date-words.vi';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const words = {
  overdue: (days) => `overdue by ${plural(days, 'day')}`,
  dueToday: 'due today',
  dueTomorrow: 'due tomorrow',
  daysLeft: (days) => `${plural(days, 'day')} left`,
  justNow: 'just now',
  minutesAgo: (minutes) => `${plural(minutes, 'minute')} ago`,
  todayAt: (time) => `today ${time}`,
  yesterdayAt: (time) => `yesterday ${time}`,
} satisfies Words;
