import type { ProseWords } from '../prose-words.ts';

/** The sentence of a rule, in Arabic. */
export const prose: ProseWords = {
	apart: { sentences: '. ', conditions: '؛ ', others: '، و' },
	end: '.',
	disabled: 'القاعدة معطّلة',
	on: 'عند: {event}',
	when: 'بشرط: {conditions}',
	earns: 'يُمنح: {points}',
	multiplies: 'يُضاعَف: {targets}',
	nothing: 'لا يُمنح شيء بعد',
	limits: 'الحدود: {limits}',
	active: 'التواريخ: {dates}',
	priority: 'الأولوية: {rank}',
	exclusive: 'لا تُحتسب من المجموعة الحصرية {name} إلا قاعدة واحدة',
	unread: 'جزء لا يمكن قراءته',
	group: '{title} ({conditions})',
	byFormula: '{formula} من النقاط',
	bySteps: '{points} لكل {step} كاملة من {filter}',
};
