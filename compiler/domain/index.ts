/** The inner door of the domain room: what the evaluators and the outside world mean by money, points, dates and sales. */
export * from './calendar.ts';
export type * from './catalog.ts';
export * from './currencies.ts';
export * from './instant.ts';
export * from './attribute.ts';
export * from './member.ts';
export * from './measure.ts';
export * from './money.ts';
export * from './rational.ts';
export * from './rounding.ts';
export * from './timezone.ts';
export * from './transaction.ts';
export * from './unreachable.ts';
