import type { PhraseWords } from '../problem-words.ts';
import type { TestPhrase } from '#grammar';

/** Why a test came out as it did, and what keeps one from being run, in Arabic. */
export const proving: Pick<PhraseWords, TestPhrase> = {
	// ------------------------------------------------------------ obstacles
	'The program has errors.': 'في البرنامج أخطاء.',
	'The test does not say what happens, and when.': 'لا يذكر الاختبار ما الذي يحدث ومتى.',
	'Nothing that happens is called so. Say one event.': 'لا حدث بهذا الاسم. اذكر حدثًا واحدًا.',
	'The test does not say what happens. Add `purchase at …`.': 'لا يذكر الاختبار ما الذي يحدث. أضف `purchase at …`.',
	'The test expects nothing. Add `expect total …`.': 'لا يتوقع الاختبار شيئًا. أضف `expect total …`.',
	'Here points may be taken back while they are pending only, and nothing evaluates `available` yet, so the balance is not known.':
		'هنا لا تُستردّ النقاط إلا وهي معلّقة، ولا شيء يحتسب `available` بعد، فالرصيد غير معروف.',
	'Nothing was bought above this, so nothing can go back.': 'لم يُشترَ شيء قبل هذا، فلا شيء يُعاد.',
	'Nothing is left that could go back.': 'لم يبقَ شيء يمكن أن يُعاد.',
	'All awards together are more points than one transaction can hold, so none is given.':
		'مجموع المنح نقاط أكثر مما تتسع له معاملة واحدة، فلا يُمنح شيء.',
	'no such moment': 'لا وجود للحظة `{moment}` في `{timezone}`: تُقدَّم الساعة فتتخطاها.',
	'most lines': 'لا تزيد أسطر عملية الشراء على {most}.',
	'not to be paid': 'لا يساوي هذا مبلغًا بعملة {currency} يمكن دفعه.',
	'tier is not told': 'تُحسب المستويات بحسب `{by}`، وذلك ما لا يذكره `{fact}`. اذكر مستوى العضو أيضًا بكتابة `tier`.',
	'tier of another year': 'لا يُذكر إن كان العضو في المستوى `{tier}` في سنة أخرى أيضًا. اكتب اختبارًا لكل سنة.',
	'too many points for the tier':
		'نقاط العضو عند الحدث الثاني أكثر مما للمستوى `{tier}`. احذف المستوى أو النقاط من الاختبار.',
	'left to go back': 'لم يبقَ أكثر من {amount} {currency} يمكن أن يُعاد.',

	// ------------------------------------------------------------ where points come from
	'No points are spent. Add `spend points`.': 'لا تُصرف نقاط. أضف `spend points`.',
	'Nothing happens in the test.': 'لا يحدث شيء في الاختبار.',
	'It gives its points to the other side of the referral.': 'تمنح القاعدة نقاطها للطرف الآخر من الإحالة.',
	'The member is in no tier.': 'ليس للعضو مستوى.',
	'Nothing was awarded.': 'لم يُمنح شيء.',
	'one sentence': '{parts}.',
	'of a rule': '`{name}` {points}',
	'of a tier': 'المستوى `{name}` {points}',
	'tier earns nothing': 'لا يمنح المستوى `{tier}` بنفسه شيئًا.',
	'tier comes to nothing': 'لا يبلغ المستوى `{tier}` نقطة عند هذا المقدار.',
	'stand after returns': 'يبقى من ذلك {points} بعد ما أُعيد.',
	'points at first': '{points} في البداية',
	'points earned': '{points} مكتسبة',
	'points taken back': '{points} مستردّة',
	'points spent': '{points} مصروفة',

	// ------------------------------------------------------------ how an award is worked out
	'the formula gives': 'الصيغة تعطي {points}',
	'filters give': '{filters} يعطي {points}',
	'amount of a filter': '`{filter}` {amount}',
	times: ['× {factor} على `{filter}`', '× {factor}'],
	'base times': ['الأساس × {factor} على `{filter}`', 'الأساس × {factor}'],
	'comes to': '{factors} يساوي {points}',
	'rounded to': ['{how} {place} يصير {points}', '{how} يصير {points}'],
	'rounded down': 'بالتقريب إلى الأدنى',
	'rounded up': 'بالتقريب إلى الأعلى',
	'rounded half up': 'بالتقريب (والنصف إلى الأعلى)',
	'rounded half even': 'بالتقريب (والنصف إلى الزوجي)',
	'per item': 'لكل صنف',
	'per transaction': 'لكل معاملة',
	leaves: 'بعد {limit} يبقى {points}',
	"the rule's limit": 'حد القاعدة',
	"the campaign's limit": 'حد الحملة',
	"the campaign's budget": 'ميزانية الحملة',
	"the program's limit": 'حد البرنامج',
	'with what was carried': 'مع ما رُحّل من قبل يصير {points}',

	// ------------------------------------------------------------ what points pay
	'points pay': 'تدفع {points} من النقاط {amount} {currency}، ويتبقى منها {left}.',
	'No points can be spent.': 'لا يمكن صرف أي نقاط.',
	'The program has no `redemption`.': 'ليس في البرنامج `redemption`.',
	'The balance has none.': 'لا نقاط في الرصيد.',
	'That is the whole balance.': 'هذا هو الرصيد كله.',
	'least at once': 'أقل ما يُصرف دفعة واحدة {points}.',
	'in steps': 'تُصرف النقاط بخطوات قدرها {step}: {more}.',
	'pays for no unit': 'ما يتبقى لا يدفع {amount} {currency}: {more}.',
	'more takes': 'ما يزيد يلزمه {points}',
	'no balance reaches the next amount': 'لا رصيد يبلغ المقدار التالي',
	'share at most': 'لا تدفع النقاط أكثر من {share} من {of}، أي {most}.',
	'most to pay': 'لا يُستحق أكثر من {amount}.',
	'most at once': 'لا يُدفع دفعة واحدة أكثر من {amount}.',
};
