import type { WordsFor } from '../../service-words.ts';
import type { VocabularyNeed } from '#compiler/service';

/** What a program lacks for a construct, in Arabic. */
export const needs: WordsFor<VocabularyNeed> = {
	'Today’s date is not known here.': 'تاريخ اليوم غير معروف هنا.',
	'The program declares no date attribute yet.': 'لا يعرّف البرنامج أي سمة من نوع التاريخ بعد.',
	'The program declares no exclusive set yet.': 'لا يعرّف البرنامج أي مجموعة حصرية بعد.',
	'The program has no cart filter yet.': 'لا يوجد في البرنامج مرشّح سلة بعد.',
	'The program has no cart filter of items yet.': 'لا يوجد في البرنامج مرشّح سلة للأصناف بعد.',
	'The program declares no tiers yet.': 'لا يعرّف البرنامج أي مستويات بعد.',
	'The program declares no segments yet.': 'لا يعرّف البرنامج أي شرائح بعد.',
	'The program enables no order types yet.': 'لا يفعّل البرنامج أي أنواع طلب بعد.',
	'The program enables no channels yet.': 'لا يفعّل البرنامج أي قنوات بعد.',
	'No stores are known yet.': 'لا توجد متاجر معروفة بعد.',
	'The program declares no attribute that a condition can ask for yet.':
		'لا يعرّف البرنامج بعد أي سمة يمكن أن يسأل عنها شرط.',
	'The program does not say its currency yet.': 'لا يذكر البرنامج عملته بعد.',
	'No items are known yet.': 'لا توجد أصناف معروفة بعد.',
	'The program declares no number attribute of a transaction yet.': 'لا يعرّف البرنامج أي سمة عددية لمعاملة بعد.',
	'The program has no rule yet.': 'لا توجد في البرنامج قاعدة بعد.',
	'No chains are known yet.': 'لا توجد سلاسل معروفة بعد.',
	'The program declares no attribute of transactions or events yet.': 'لا يعرّف البرنامج أي سمة للمعاملات أو الأحداث بعد.',
	'The program declares no attribute of members yet.': 'لا يعرّف البرنامج أي سمة للأعضاء بعد.',
};
