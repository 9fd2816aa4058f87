import type { ProblemWords } from '../problem-words.ts';
import { readingProblems } from './reading.ts';

/** Every problem in Arabic, by its code. Of several sentences the first is said whose arguments are all there. */
export const problems: ProblemWords = {
	...readingProblems,

	// ------------------------------------------------------------ names
	'unknown-name': { message: 'الاسم `{name}` غير معروف ({noun}).' },
	'duplicate-name': { message: 'الاسم `{name}` معطى مرتين ({noun}).', hint: 'غيّر أحدهما.' },
	'reserved-filter-name': {
		message: 'المرشّح `{name}` جزء من اللغة ولا يمكن تعريفه من جديد.',
		hint: 'اختر اسمًا آخر.',
	},
	'not-enabled': {
		message: 'الاسم `{name}` غير مفعّل في هذا البرنامج ({noun}).',
		hint: 'أضفه إلى إعدادات البرنامج، أو اختر اسمًا مفعّلًا.',
	},
	'unknown-item': { message: 'لا صنف في الكتالوج له `{name}` ({noun})، فلا يختار هذا الجزء من المرشّح شيئًا.' },
	'unused-filter': { message: 'لا تستخدم أي قاعدة ولا أي مستوى المرشّح `{name}`.', hint: 'استخدمه أو أزله.' },
	'repeated-name': { message: 'يرد `{name}` في هذه القائمة أكثر من مرة.' },
	'empty-name': { message: 'لا يجوز أن يكون الاسم فارغًا.', hint: 'اكتب اسمًا بين علامتي الاقتباس.' },

	// ------------------------------------------------------------ attributes
	'unknown-condition': {
		message: 'لا شرط يبدأ بـ`{name}` ولا سمة بهذا الاسم.',
		hint: '{isEntry, select, true{لمتابعة القائمة التي قبله ضع فاصلة بينهما.} other{لمعلومة خاصة بك عرّفها: `attribute {owner} {name} text`}}',
	},
	'unknown-value': { message: 'لا تكون السمة `{attribute}` أبدًا `{value}`.', hint: 'قيمها: {values}.' },
	'attribute-type': { message: 'السمة `{name}` نوعها «{type}»، فلا يمكن أن {use}.', hint: '{advice}' },
	'attribute-owner': {
		message: 'السمة `{name}` معلومة عن {owner}، أما الموضع ({place}) فيقبل معلومات عن {expected}.',
		hint: 'استخدم سمة أخرى، أو عرّفها معلومةً عمّا يناسب.',
	},

	// ------------------------------------------------------------ filters and formulas
	'chooses-no-items': {
		message: 'يحتاج `{construct}` إلى مرشّح أصناف، و`{filter}` لا يختار أيًّا منها.',
		hint: 'استخدم مرشّحًا مثل: `filter "Coffee" = items in category "Coffee"`',
	},
	'empty-band': {
		message: 'لا شيء أكبر من `{above}` ولا يتجاوز `{upTo}`، فهذا المرشّح يساوي 0 دائمًا.',
		hint: 'اكتب المبلغ الأصغر بعد `above` والأكبر بعد `up to`.',
	},
	'points-in-quantity': {
		message: 'يعدّ `quantity of items` وحدات، ولا يُدفع جزء منها بالنقاط.',
		hint: 'أزل `excluding points`.',
	},
	'counts-units': {
		message: 'يعدّ المرشّح `{filter}` وحدات، أما هنا ({use}) فالمطلوب مبلغ من المال.',
		hint: 'استخدم مرشّحًا من `total` أو من `items` بدون `quantity of`.',
	},
	'two-filters': {
		message: 'يجوز في الصيغة مرشّح سلة واحد، وفي هذه `{first}` و`{second}`.',
		hint: 'عرّف مرشّحًا واحدًا يشملهما، أو اكتب قاعدتين.',
	},
	'division-by-literal-zero': { message: 'هذه قسمة على صفر.', hint: 'اقسم على عدد آخر.' },
	'formula-divides-by-zero': {
		message: 'تقسم هذه الصيغة على صفر عند {at}، فتعطي حينها 0 نقطة.',
		hint: 'أضف شرط `{condition}` يُبعد المقدار عن ذلك.',
	},
	'formula-negative': {
		message: 'هذه الصيغة سالبة عند {at}، فتعطي حينها 0 نقطة.',
		hint: 'إن لم يكن ذلك مقصودًا فأضف شرط `{condition}`.',
	},
	'formula-too-large': {
		message: 'في هذه الصيغة أجزاء أكثر من أن تُحسب بدقة.',
		hint: 'بسّطها: لا تضرب في المرشّح أكثر من 8 مرات.',
	},

	// ------------------------------------------------------------ rules
	'repeated-clause': { message: 'يرد `{clause}` هنا أكثر من مرة.', hint: 'أبقِ واحدًا منها.' },
	'no-effect': {
		message: 'لا تمنح القاعدة `{name}` شيئًا: ليس فيها `earn` ولا `multiply`.',
		hint: 'أضف: `{example}`',
	},
	'dates-reversed': { message: 'النهاية قبل البداية ({what}).', hint: 'بدّل التاريخين.' },
	'dates-over': {
		message: 'انتهت التواريخ في `{until}` ({what}): لا نقاط بعد ذلك.',
		hint: 'حدد تواريخ جديدة أو عطّلها.',
	},
	'equal-times': { message: 'المدة من {time} إلى {time} فارغة.', hint: 'لليوم كله احذف `between`.' },
	'impossible-start': {
		message: 'يصلح `24:00` نهايةً لمدة لا بدايةً لها.',
		hint: 'اكتب `00:00` واليوم التالي.',
	},
	'between-reversed': {
		message: 'لا شيء بين `{low}` و`{high}`: المقدار الأول هو الأكبر.',
		hint: 'بدّل المقدارين.',
	},
	'empty-group': {
		message: 'لا شيء بين قوسي `{word}`، وهو يحتاج إلى شرط واحد على الأقل.',
		hint: 'اكتب شرطًا بين القوسين أو أزل المجموعة.',
	},
	'always-true': { message: 'يتحقق `{condition}` دائمًا.', hint: 'أزله أو غيّره.' },

	// ------------------------------------------------------------ events
	'event-lacks': {
		message: [
			'يحتاج `{construct}` إلى {lacks}، وليس ذلك في الحدث `{event}`.',
			'يحتاج `{construct}` إلى {lacks}، وليس ذلك في كل حدث.',
		],
		hint: 'أزل `{construct}`، أو اكتبه لعملية شراء.',
	},
	'any-event-earns': {
		message: 'القاعدة `on any event` تضاعف ما تمنحه غيرها فقط، وهذه تمنح بنفسها.',
		hint: 'اذكر الحدث الذي تمنح عنده، مثل: `on check_in`',
	},
	'recipient-without-referral': {
		message: 'لا يكون `{recipient}` إلا في الإحالة، والحدث هنا `{event}`.',
		hint: 'أزل `for {recipient}`، أو اجعل الحدث `referral`.',
	},
	'event-of-same-name': {
		message: '`event "{name}"` حدث خاص بك، غير `{name}` الذي في اللغة.',
		hint: 'إن قصدت الذي في اللغة فاحذف `event` وعلامتي الاقتباس.',
	},

	// ------------------------------------------------------------ effects and limits
	'step-not-a-number': {
		message: 'نقاط الخطوة الواحدة عدد فقط، وهذه تعتمد على `{filter}`.',
		hint: 'اكتب عددًا قبل `for every`، مثل: `earn 1 for every 10 of "Coffee"`',
	},
	'recipient-of-tier': {
		message: 'المستوى يمنح عضوه هو، فليس له `{recipient}`.',
		hint: 'أزل `for {recipient}`.',
	},
	'no-award-of-its-own': {
		message: 'يؤثر `multiply this` في منحة قاعدته، ولا منحة هنا ({place}).',
		hint: 'اكتب: `multiply points`',
	},
	'narrowed-outside-rule': {
		message: 'المُضاعِف هنا ({place}) يؤثر في المنحة كلها ولا يمكن قصره على `{filter}`.',
		hint: 'اكتب قاعدة تضاعف.',
	},
	'limit-zero': { message: 'حد قدره 0 يعني ألّا يُمنح شيء أبدًا.', hint: 'ارفع الحد أو عطّل القاعدة.' },
	'frequency-outside-rule': {
		message: 'حد عدد المرات يعدّ منح قاعدة واحدة، أما هنا ({place}) فلا تُحد إلا النقاط.',
		hint: 'اكتب حدًّا للنقاط، مثل: `limit 5_000 points per day`',
	},
	'frequency-per-transaction': {
		message: 'لا تمنح القاعدة في المعاملة الواحدة إلا مرة، فلا يغيّر هذا الحد شيئًا.',
		hint: 'اجعله لكل يوم أو أطول، أو أزله.',
	},
	'frequency-or-nothing': {
		message: 'حد عدد المرات هو أصلًا إما الكل أو لا شيء، و`or nothing` لحدود النقاط.',
		hint: 'أزل `or nothing`.',
	},
	'formula-limit-period': {
		message: 'الحد الذي يعتمد على الإنفاق يكون لكل معاملة، وليس لـ`{period}` إنفاق خاص بها.',
		hint: 'اكتب: `per transaction`',
	},

	// ------------------------------------------------------------ campaigns
	'empty-campaign': {
		message: 'لا تغيّر الحملة `{name}` شيئًا: ليس فيها قاعدة ولا `multiply`.',
		hint: 'أضف: `multiply points by 2`',
	},
	'outside-campaign': {
		message: 'لا تسري القاعدة `{name}` أبدًا: لا لحظة مشتركة بين تواريخها وتواريخ `{campaign}`.',
		hint: 'غيّر تواريخها، أو أخرجها من الحملة.',
	},

	// ------------------------------------------------------------ what can never happen, and what changes nothing
	'never-awards': {
		message:
			'{verb, select, award{لا يمكن أن تمنح القاعدة `{name}` شيئًا} other{لا يمكن أن تؤثر القاعدة `{name}` في شيء}}: {why}.',
		hint: 'غيّر شرطًا أو عطّل القاعدة.',
	},
	'never-holds': { message: 'لا يمكن أن يتحقق {condition}.', hint: 'غيّره أو أزله.' },
	'condition-repeats': {
		message:
			'{verb, select, says{لا يغيّر {condition} شيئًا: {other} يقول الشيء نفسه.} implies{لا يغيّر {condition} شيئًا: {other} يستلزمه.} other{لا يغيّر {condition} شيئًا: {other} يشمله.}}',
		hint: 'أزله.',
	},
	'time-repeats': { message: 'لا يضيف {part} شيئًا: يقع ضمن {other}.', hint: 'أزله.' },
	'limit-never-bites': { message: 'لا يخفّض هذا الحد شيئًا أبدًا: {why}.', hint: 'اخفضه أو أزله.' },
	'exclusive-unused': {
		message: 'لا قاعدة في المجموعة الحصرية `{name}`.',
		hint: 'ضع فيها قاعدتين: `exclusive "{name}"`',
	},
	'exclusive-of-one': {
		message: 'ليس في المجموعة الحصرية `{name}` سوى `{rule}`، فلا شيء يُستبعد.',
		hint: 'ضع فيها قاعدة أخرى أو أزل المجموعة.',
	},
	'exclusive-equal-priorities': {
		message: 'قد تنطبق `{rule}` و`{other}` على المعاملة نفسها، ولكلتيهما الأولوية {priority} في `{set}` التي تختار الأعلى.',
		hint: 'أعطِ إحداهما أولوية أعلى.',
	},
	'hidden-rule': {
		message: 'لا تُحتسب `{rule}` أبدًا: كلما انطبقت انطبقت معها {others} من المجموعة `{set}` بأولوية أعلى.',
		hint: 'ارفع أولويتها، أو ضيّق القاعدة الأخرى.',
	},

	// ------------------------------------------------------------ the program and its numbers
	'missing-program': {
		message: 'يحتاج النص إلى `program` واحد ولا يوجد فيه أي منها.',
		hint: 'ابدأ بتعريف `program` باسم، وفيه `currency USD` و`timezone "America/New_York"`.',
	},
	'second-declaration': { message: 'لا يجوز إلا `{construct}` واحد، وهذا ثانٍ.', hint: 'أبقِ واحدًا منهما.' },
	'missing-setting': { message: 'ينقص البرنامج إعداد ({setting}).', hint: 'أضف: `{example}`' },
	'unknown-currency': {
		message: 'ليس `{code}` رمز عملة في معيار ISO 4217.',
		hint: 'اكتب ثلاثة أحرف كبيرة مثل `AED` أو `EUR` أو `USD`.',
	},
	'unknown-timezone': {
		message: 'ليست `{zone}` منطقة زمنية في قائمة IANA.',
		hint: 'اكتب منطقة ومدينة مثل `"Asia/Dubai"`.',
	},
	'too-many-decimals': {
		message: 'في `{found}` منازل عشرية أكثر مما يجوز ({what}): الحد {most}.',
		hint: 'قرّبه.',
	},
	'number-out-of-range': { message: 'القيمة ({what}) يجب أن تقع بين {low} و{high}، وليس `{found}` كذلك.' },
	'number-not-above-zero': { message: 'القيمة ({what}) يجب أن تكون أكبر من 0.', hint: 'اكتب عددًا أكبر.' },
	'not-a-whole-number': { message: 'القيمة ({what}) يجب أن تكون عددًا صحيحًا، وليس `{found}` كذلك.' },
	'unexpected-percent': {
		message: 'القيمة ({what}) لا تكون نسبة مئوية، و`{found}` نسبة مئوية.',
		hint: 'أزل `%`.',
	},
	'impossible-day-start': {
		message: 'ينتهي اليوم عند `24:00` ولا يبدأ عنده.',
		hint: 'اكتب: `day starts 00:00`',
	},

	// ------------------------------------------------------------ tiers
	'tiers-out-of-order': {
		message: 'يبدأ المستوى `{name}` عند `{from}`، وليس ذلك أعلى من `{previous}` قبله.',
		hint: 'رتّب المستويات من العتبة الأدنى إلى الأعلى.',
	},
	'first-tier-above-zero': {
		message: 'يبدأ المستوى الأول `{name}` عند `{from}`، فلا مستوى للأعضاء الذين دونه.',
		hint: 'ابدأ المستوى الأول عند 0.',
	},
	'missing-threshold': { message: 'لا يذكر المستوى `{name}` أين يبدأ.', hint: 'أضف: `from 1_000`' },
	'unexpected-threshold': {
		message: 'للمستوى `{name}` عتبة، لكن هذه المستويات تُعطى يدويًا.',
		hint: 'أزل العتبة، أو اكتب `tiers by lifetime points`.',
	},
	'kept-without-years': {
		message: '`kept through the next year` لمستويات السنة، وهذه `by {basis}`.',
		hint: 'أزله، أو اكتب `tiers by points per year`.',
	},
	'moved-without-thresholds': {
		message: 'ليس للمستويات `by hand` عتبات تنقل أحدًا.',
		hint: 'أزل `moved by hand`، أو اكتب ما تعدّه العتبات: `tiers by lifetime points moved by hand`',
	},

	// ------------------------------------------------------------ spending and lapsing
	'missing-worth': { message: 'لا يذكر `redemption` كم تساوي النقطة.', hint: 'أضف: `{example}`' },
	'wrong-currency': {
		message: 'قيمة النقاط مبلغ بعملة البرنامج `{currency}`، و`{found}` عملة أخرى.',
		hint: 'اكتب `{currency}`',
	},
	'share-without-percent': {
		message: 'حصة الطلب نسبة مئوية، وليس `{found}` كذلك.',
		hint: 'اكتب نسبة مئوية، مثل: `at most 50%`',
	},
	'steps-miss-least': {
		message: 'الحد الأدنى وهو {least} من النقاط ليس عددًا صحيحًا من خطوات قدرها {steps}، فلا يمكن صرفه.',
		hint: 'اختر خطوات تقسم الحد الأدنى.',
	},
	'empty-expiry': {
		message: 'لا يذكر `expiry` هذا متى تتاح النقاط ولا متى تنقضي.',
		hint: 'أضف: `expires after 12 months`',
	},
	'lapses-before-available': {
		message: 'النقاط التي تنقضي `{lapses}` قد تزول قبل أن تتاح `{available}`.',
		hint: 'اجعلها تنقضي لاحقًا، أو تتاح أبكر.',
	},

	// ------------------------------------------------------------ tests
	'test-without-event': {
		message: 'لا يحدث شيء في الاختبار `{name}`: يحتاج إلى حدث.',
		hint: 'أضف حدثًا، مثل: `purchase at 2026-02-07 12:30` وفيه `item "LATTE" 1 x 18.00`',
	},
	'events-out-of-order': {
		message: 'يحدث هذا قبل ما يرد فوقه.',
		hint: 'اكتب أحداث الاختبار بترتيب حدوثها.',
	},
	'return-without-purchase': {
		message: 'لم يُشترَ شيء فوق هذا، فلا شيء يُرجَع.',
		hint: 'اكتبه تحت `purchase`.',
	},
	'more-than-was-bought': {
		message: 'يُرجَع من `{item}` عدد {units}، أكثر من الباقي وهو {left}.',
		hint: 'اخفض العدد، أو أضف أسطرًا إلى عملية الشراء.',
	},
	'nothing-expected': {
		message: 'لا يتوقع الاختبار `{name}` شيئًا، فلا يمكن أن يفشل.',
		hint: 'أضف: `expect total 100`',
	},
	'unknown-fact': {
		message: 'لا معلومة في الاختبارات اسمها `{name}`، ولا سمة بهذا الاسم.',
		hint: 'لمعلومة خاصة بك عرّفها: `attribute {owner} {name} text`',
	},
	'fact-after-event': {
		message: 'يقع `{fact} {day}` بعد الحدث الذي في {event}.',
		hint: 'اكتب يومًا أسبق، أو غيّر موعد الحدث.',
	},
	'line-not-payable': {
		message: 'مجموع هذا السطر {amount}، وليس ذلك مبلغًا بالعملة: منازلها العشرية {decimals}.',
		hint: 'اكتب مبلغ السطر كله: `1.5 x units for 5.00`',
	},
	'more-than-the-cart': {
		message: '`{fact}` هو {amount}، أكثر من {most} ({of}).',
		hint: 'اخفضه، أو أضف أسطرًا.',
	},
	'expects-disabled-rule': {
		message: 'القاعدة `{name}` معطّلة ولا تمنح شيئًا أبدًا.',
		hint: 'فعّل القاعدة، أو أزل ما يُتوقع منها.',
	},
	'test-failed': { message: 'يفشل الاختبار `{test}`: {missed}.' },
	// Why it could not be run is said by the compiler in English.
	'test-not-run': { message: 'تعذّر إجراء الاختبار `{test}`.', hint: '{reason}' },
};
