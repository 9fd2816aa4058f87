import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/settings/frame.ts';

export const frame = {
	title: 'الإعدادات',
	sections: 'أقسام الإعدادات',
	section: {
		general: { title: 'عام', about: 'أين يحسب البرنامج وكيف، وما يسري على جميع قواعده.' },
		tiers: { title: 'المستويات والشرائح', about: 'السلّم الذي يصعده الأعضاء، والمجموعات التي يوضعون فيها.' },
		filters: { title: 'مرشّحات السلة', about: 'مبالغ السلة المسماة التي تستعملها الشروط والمعادلات.' },
		groups: { title: 'الحملات والمجموعات', about: 'تواريخ وميزانيات تشترك فيها قواعد عدة، وقواعد لا تُحتسب منها إلا واحدة.' },
		spending: { title: 'استعمال النقاط', about: 'قيمة النقاط ومدة صلاحيتها.' },
		attributes: { title: 'السمات', about: 'حقائق خاصة بك عن الأعضاء والمعاملات والأحداث.' },
		tests: { title: 'الاختبارات', about: 'أمثلة محسوبة يجب أن تصحّ، وتُجرى من جديد مع كل تغيير.' },
	},
	showInText: 'العرض في النص',
	more: 'المزيد عن {name}',
	renameNamed: 'إعادة تسمية {name}',
	cancel: 'إلغاء',
	save: 'حفظ',
	duplicate: 'تكرار',
	remove: 'إزالة',
	removeNamed: 'إزالة {name}',
	stillUsed: 'لا يمكن إزالته ما دام مستعملاً',
	onlyOne: 'لا يمكن إزالة الأخير',
	removed: 'أُزيل {name}.',
	undo: 'تراجع',
	changedSince: 'تغيّر شيء آخر منذ ذلك الحين. اضغط {keys} للتراجع خطوة خطوة.',
	unnamed: 'بلا اسم',
	copyOf: 'نسخة من {name}',
	notYet: 'لا يُحتسب بعد: يمكن حفظ برنامج يقول هذا، ولا يمكن نشره.',
	notPublished: 'ولا يُنشر حتى ذلك الحين إصدار يقوله.',
	usedBy:
		'{count, plural, zero{غير مستعمل} one{في موضع واحد} two{في موضعين} few{في # مواضع} many{في # موضعاً} other{في # موضع}}',
	saidAgain: 'قيل هذا أعلاه. أزل أحدهما.',
	readable: 'تتعذر قراءة هذا الجزء، وهو معروض كما كُتب.',
	unreadable:
		'{count, plural, zero{لا أجزاء من النص تتعذر قراءتها.} one{جزء واحد من النص تتعذر قراءته ولا يُعرض هنا.} two{جزءان من النص تتعذر قراءتهما ولا يُعرضان هنا.} few{# أجزاء من النص تتعذر قراءتها ولا تُعرض هنا.} many{# جزءاً من النص تتعذر قراءتها ولا تُعرض هنا.} other{# جزء من النص تتعذر قراءتها ولا تُعرض هنا.}}',
	openText: 'فتح النص',
} satisfies Translated<typeof english>;
