import type { Translated } from '../catalogue.ts';
import type { members as english } from '../en/members.ts';

export const members = {
	title: 'الأعضاء',
	search: 'البحث عن الأعضاء',
	searchPlaceholder: 'البحث بالاسم أو المعرّف',
	columns: {
		member: 'العضو',
		tier: 'المستوى',
		balance: 'الرصيد',
		lifetime: 'مجموع النقاط المكتسبة',
		last: 'آخر عملية شراء',
	},
	noTier: 'بلا مستوى',
	never: 'لا يوجد',
	next: 'التالي',
	previous: 'الصفحة الأولى',
	none: {
		title: 'لا يوجد أعضاء بعد',
		hint: 'يظهر الأعضاء هنا مع أول معاملة لهم، أو عند إضافتهم عبر الواجهة البرمجية.',
	},
	connect: 'كيف تصل المشتريات',
	notFound: { title: 'لا نتائج', hint: 'لا يوجد عضو يتضمن اسمه أو معرّفه ما بحثت عنه.' },
	clearSearch: 'مسح البحث',
	back: 'الرجوع إلى جميع الأعضاء',
	balance: 'الرصيد',
	lifetime: 'مجموع النقاط المكتسبة',
	tier: 'المستوى',
	placed: 'وُضع في المستوى {tier} يدويًا',
	toNext:
		'{count, plural, zero{لا نقاط متبقية للمستوى {tier}} one{نقطة واحدة للوصول إلى {tier}} two{نقطتان للوصول إلى {tier}} few{{points} نقاط للوصول إلى {tier}} many{{points} نقطة للوصول إلى {tier}} other{{points} نقطة للوصول إلى {tier}}}',
	birthDate: 'تاريخ الميلاد',
	joined: 'عضو منذ',
	unknown: 'غير معروف',
	ledger: 'السجل',
	entryColumns: {
		at: 'الوقت',
		source: 'مصدر النقاط',
		version: 'الإصدار',
		transaction: 'المعاملة',
		points: 'النقاط',
		balance: 'الرصيد',
	},
	tierSource: 'المستوى',
	noEntries: { title: 'لا توجد قيود بعد', hint: 'يُسجَّل هنا ما يكسبه هذا العضو، قيدًا بعد قيد.' },
	seeRules: 'عرض ما يكسب النقاط',
	more: 'عرض القيود الأقدم',
} satisfies Translated<typeof english>;
