import type { Translated } from '../../catalogue.ts';
import type { attributes as english } from '../../en/settings/attributes.ts';

export const attributes = {
	newAttribute: 'سمة جديدة',
	newTitle: 'سمة جديدة',
	newAbout: 'حقيقة تأتي مع المعاملات أو الأعضاء أو الأحداث، وتسأل عنها الشروط.',
	create: 'إنشاء السمة',
	none: 'لا سمات بعد',
	noneHint: 'السمة حقيقة لا يعرفها غيرك، مثل كيف دفع العميل أو من يحمل بطاقة.',
	name: 'الاسم',
	nameHint: 'كما يأتي مع البيانات، مثل payment_method.',
	owner: 'لمن الحقيقة',
	kind: 'النوع',
	values: 'القيم',
	valuesHint: 'تفصل بينها فواصل، مثل cash, card.',
	newValue: 'قيمة جديدة',
	noValues: 'لا قيم بعد، ولا بد من واحدة.',
	needsName: 'تحتاج إلى اسم.',
	needsValue: 'تحتاج إلى قيمة.',
	about: '{owner} · {kind}',
	withValues: '{about}: {values}',
	unsaid: 'لم يُذكر بعد',
	yes: 'نعم',
	no: 'لا',
} satisfies Translated<typeof english>;
