import type { Translated } from '../../catalogue.ts';
import type { tests as english } from '../../en/settings/tests.ts';

export const tests = {
	none: 'لا اختبارات بعد',
	noneHint:
		'الاختبار مثال محسوب: عضو وما يشتريه والنقاط التي يجب أن تنتج عنه. تُجرى كلها من جديد مع كل تغيير وقبل نشر أي إصدار، فلا يُخلف أحد وعداً دون أن يُلاحظ ذلك.',
	first: 'كتابة أول اختبار',
	newFor: 'اختبار جديد لقاعدة',
	untested: 'بلا اختبار',
	tested: 'لها اختبار',
	all: 'كل القواعد',
	everything: 'الكل معاً',
	noRule: 'لا قاعدة بهذا الاسم.',
	needsPlan: 'يُعرف ما يجب أن يتوقعه الاختبار بإجرائه. أصلح أخطاء البرنامج أولاً.',
	needsSample: 'في عيّنة المعاينة خلل. أصلحه أولاً، فالاختبار الجديد يُصنع منها.',
	running: 'تُجرى الاختبارات …',
	held: '{count, plural, zero{لا شيء يصحّ} one{واحد يصحّ} two{اثنان يصحّان} few{# تصحّ} many{# يصحّ} other{# يصحّ}}',
	failed: '{count, plural, zero{لا شيء يفشل} one{واحد يفشل} two{اثنان يفشلان} few{# تفشل} many{# يفشل} other{# يفشل}}',
	refused:
		'{count, plural, zero{لا شيء تعذّر إجراؤه} one{واحد تعذّر إجراؤه} two{اثنان تعذّر إجراؤهما} few{# تعذّر إجراؤها} many{# تعذّر إجراؤها} other{# تعذّر إجراؤها}}',
	broken: 'تعذّر إجراء الاختبارات. {reason}',
	wait: '{count, plural, zero{الاختبارات تنتظر.} one{الاختبارات تنتظر: في البرنامج خطأ.} two{الاختبارات تنتظر: في البرنامج خطآن.} few{الاختبارات تنتظر: في البرنامج # أخطاء.} many{الاختبارات تنتظر: في البرنامج # خطأً.} other{الاختبارات تنتظر: في البرنامج # خطأ.}}',
	states: { passed: 'يصحّ', failed: 'يفشل', refused: 'تعذّر إجراؤه', waiting: 'لم يُجرَ', running: 'يُجرى …' },
	expectations:
		'{count, plural, =0{لا يتوقع شيئاً} zero{لا يتوقع شيئاً} one{توقّع واحد} two{توقّعان} few{# توقّعات} many{# توقّعاً} other{# توقّع}}',
	nothingHappens: 'لا يحدث شيء',
	andMore:
		'{event}، {count, plural, zero{ولا شيء غيره} one{وشيء آخر} two{وشيئان آخران} few{و# أشياء أخرى} many{و# شيئاً آخر} other{و# شيء آخر}}',
	accept: 'توقُّع {got}',
	moveUp: 'نقل إلى الأعلى',
	moveDown: 'نقل إلى الأسفل',
	name: 'الاسم',
} satisfies Translated<typeof english>;
