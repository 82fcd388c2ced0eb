export const words = {
  overdue: (days: number) => `quá hạn ${days} ngày`,
  dueToday: 'hôm nay',
  dueTomorrow: 'ngày mai',
  daysLeft: (days: number) => `còn ${days} ngày`,
  justNow: 'vừa xong',
  minutesAgo: (minutes: number) => `${minutes} phút trước`,
  todayAt: (time: string) => `hôm nay ${time}`,
  yesterdayAt: (time: string) => `hôm qua ${time}`,
};

/** What every other language of these words must have. */
export type Words = typeof words;
