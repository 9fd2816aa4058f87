import type { Translated } from '../catalogue.ts';
import type { program as english } from '../en/program.ts';

export const program = {
	skip: 'الانتقال إلى المحتوى',
	navigation: 'البرنامج',
	home: 'Earnest، جميع البرامج',
	rules: 'القواعد',
	members: 'الأعضاء',
	documentation: 'الدليل، في علامة تبويب جديدة',
	opening: 'جارٍ فتح البرنامج',
	cannotOpen: 'يتعذر فتح البرنامج',
	choose: 'البرنامج {name}: اختيار برنامج آخر',
	programs: 'البرامج',
	open: 'مفتوح',
	notPublished: 'لم يُنشر بعد',
	inForce: 'الإصدار {version} سارٍ',
	noList: 'تتعذر قراءة القائمة',
	leave: 'المغادرة مع وجود تغييرات غير محفوظة؟',
	leaveDetail: 'لم تُحفظ آخر تغييرات هذه المسودة بعد.',
	stay: 'البقاء',
	leaveAnyway: 'المغادرة دون حفظ',
	saveAndLeave: 'الحفظ والمغادرة',
	couldNotSave: 'تعذر حفظ المسودة، فبقيت هنا.',
	nowhere: 'لا يوجد شيء على هذا العنوان',
	nowhereHint: 'ربما نُقلت الصفحة، أو كُتب العنوان خطأً.',
	goHome: 'الانتقال إلى البرنامج الأول',
	textTitle: 'نص البرنامج',
} satisfies Translated<typeof english>;
