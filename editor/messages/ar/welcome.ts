import type { Translated } from '../catalogue.ts';
import type { welcome as english } from '../en/welcome.ts';

export const welcome = {
	looking: 'جارٍ البحث عن البرامج',
	welcome: 'مرحبًا بك في Earnest',
	lead: 'يضم البرنامج القواعد التي يكسب بها أعضاؤك النقاط. ابدأ باسمه وعملته ومنطقته الزمنية.',
	newProgram: 'برنامج جديد',
	name: 'الاسم',
	namePlaceholder: 'مقهى الطائر الأزرق',
	currency: 'العملة',
	currencyHint: 'عملة كل مبلغ في البرنامج',
	timezone: 'المنطقة الزمنية',
	timezoneHint: 'بها تُحسب الأيام والساعات',
	cancel: 'إلغاء',
	create: 'إنشاء',
} satisfies Translated<typeof english>;
