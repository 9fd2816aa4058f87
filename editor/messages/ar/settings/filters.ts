import type { Translated } from '../../catalogue.ts';
import type { filters as english } from '../../en/settings/filters.ts';

export const filters = {
	newFilter: 'مرشّح جديد',
	search: 'البحث في المرشّحات',
	none: 'لا مرشّحات سلة بعد',
	noneHint: 'يعطي مرشّح السلة جزءاً من الإيصال اسماً، مثل «القهوة»، لكي تحسبه الشروط والمعادلات.',
	notFound: 'لا يوجد مرشّح مطابق.',
	inSample: '{amount} في العيّنة',
	name: 'الاسم',
	changesAll:
		'{count, plural, zero{لا يسري التغيير على أحد: {users}.} one{يسري التغيير على استعمال واحد: {users}.} two{يسري التغيير على استعمالين: {users}.} few{يسري التغيير على # استعمالات: {users}.} many{يسري التغيير على # استعمالاً: {users}.} other{يسري التغيير على # استعمال: {users}.}}',
	save: 'حفظ',
	discard: 'تجاهل',
	create: 'إنشاء المرشّح',
	newTitle: 'مرشّح سلة جديد',
	newAbout: 'ما يحسبه، ومقدار ذلك في العيّنة.',
	asText: 'لا تستطيع الحقول عرض هذا المرشّح كاملاً؛ يُغيَّر كنص.',
} satisfies Translated<typeof english>;
