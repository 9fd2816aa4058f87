import type { ProblemWords } from '../problem-words.ts';

/** The problems that are met most often, in Arabic, by their codes. All others stay as the compiler says them, in English. */
export const problems: ProblemWords = {
	didYouMean: 'هل قصدت `{nearest}`؟',
	of: {
		// ------------------------------------------------------------ names
		'unknown-name': { message: 'الاسم `{name}` غير معروف ({noun}).', nouns: ['noun'] },
		'duplicate-name': { message: 'الاسم `{name}` معطى مرتين ({noun}).', hint: 'غيّر أحدهما.', nouns: ['noun'] },
		'reserved-filter-name': {
			message: 'المرشّح `{name}` جزء من اللغة ولا يمكن تعريفه من جديد.',
			hint: 'اختر اسمًا آخر.',
		},
		'not-enabled': {
			message: 'الاسم `{name}` غير مفعّل في هذا البرنامج ({noun}).',
			otherwise: 'أضفه إلى إعدادات البرنامج، أو اختر اسمًا مفعّلًا.',
			nouns: ['noun'],
		},
		'unknown-condition': { message: 'لا شرط يبدأ بـ`{name}` ولا سمة بهذا الاسم.' },
		'unknown-value': { message: 'لا تكون السمة `{attribute}` أبدًا `{value}`.' },
		'unknown-item': {
			message: 'لا صنف في الكتالوج له `{name}` ({noun})، فلا يختار هذا الجزء من المرشّح شيئًا.',
			nouns: ['noun'],
		},
		'unused-filter': { message: 'لا تستخدم أي قاعدة ولا أي مستوى المرشّح `{name}`.', hint: 'استخدمه أو أزله.' },
		'repeated-name': { message: 'يرد `{name}` في هذه القائمة أكثر من مرة.' },
		'empty-name': { message: 'لا يجوز أن يكون الاسم فارغًا.', hint: 'اكتب اسمًا بين علامتي الاقتباس.' },

		// ------------------------------------------------------------ filters
		'chooses-no-items': {
			message: 'يحتاج `{construct}` إلى مرشّح أصناف، و`{filter}` لا يختار أيًّا منها.',
			hint: 'استخدم مرشّحًا مثل: `filter "Coffee" = items in category "Coffee"`',
		},
		'empty-band': {
			message: 'لا شيء أكبر من `{above}` ولا يتجاوز `{upTo}`، فهذا المرشّح يساوي 0 دائمًا.',
			hint: 'اكتب المبلغ الأصغر بعد `above` والأكبر بعد `up to`.',
		},

		// ------------------------------------------------------------ rules
		'repeated-clause': { message: 'يرد `{clause}` هنا أكثر من مرة.', hint: 'أبقِ واحدًا منها.' },
		'no-effect': {
			message: 'لا تمنح القاعدة `{name}` شيئًا: ليس فيها `earn` ولا `multiply`.',
			hint: 'أضف: `{example}`',
		},
		'dates-reversed': { message: 'النهاية قبل البداية ({what}).', hint: 'بدّل التاريخين.', nouns: ['what'] },
		'dates-over': {
			message: 'انتهت التواريخ في `{until}` ({what}): لا نقاط بعد ذلك.',
			hint: 'حدد تواريخ جديدة أو عطّلها.',
			nouns: ['what'],
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
		'limit-zero': { message: 'حد قدره 0 يعني ألّا يُمنح شيء أبدًا.', hint: 'ارفع الحد أو عطّل القاعدة.' },
		'frequency-per-transaction': {
			message: 'لا تمنح القاعدة في المعاملة الواحدة إلا مرة، فلا يغيّر هذا الحد شيئًا.',
			hint: 'اجعله لكل يوم أو أطول، أو أزله.',
		},
		'exclusive-unused': { message: 'لا قاعدة في المجموعة الحصرية `{name}`.' },
		'exclusive-of-one': {
			message: 'ليس في المجموعة الحصرية `{name}` سوى `{rule}`، فلا شيء يُستبعد.',
			hint: 'ضع فيها قاعدة أخرى أو أزل المجموعة.',
		},

		// ------------------------------------------------------------ the program and its tiers
		'missing-program': {
			message: 'يحتاج النص إلى `program` واحد ولا يوجد فيه أي منها.',
			hint: 'ابدأ بـ: `program "Name" { currency USD timezone "America/New_York" }`',
		},
		'second-declaration': { message: 'لا يجوز إلا `{construct}` واحد، وهذا ثانٍ.', hint: 'أبقِ واحدًا منهما.' },
		'unknown-currency': {
			message: 'ليس `{code}` رمز عملة في معيار ISO 4217.',
			hint: 'اكتب ثلاثة أحرف كبيرة مثل `AED` أو `EUR` أو `USD`.',
		},
		'unknown-timezone': {
			message: 'ليست `{zone}` منطقة زمنية في قائمة IANA.',
			otherwise: 'اكتب منطقة ومدينة مثل `"Asia/Dubai"`.',
		},
		'tiers-out-of-order': {
			message: 'يبدأ المستوى `{name}` عند `{from}`، وليس ذلك أعلى من `{previous}` قبله.',
			hint: 'رتّب المستويات من العتبة الأدنى إلى الأعلى.',
		},
		'first-tier-above-zero': {
			message: 'يبدأ المستوى الأول `{name}` عند `{from}`، فلا مستوى للأعضاء الذين دونه.',
			hint: 'ابدأ المستوى الأول عند 0.',
		},
		'missing-threshold': { message: 'لا يذكر المستوى `{name}` أين يبدأ.', hint: 'أضف: `from 1_000`' },

		// ------------------------------------------------------------ writing
		'stray-character': { message: 'لا معنى لـ`{found}` هنا.', hint: 'اكتب `{instead}`', otherwise: 'أزله.' },
		'unclosed-text': { message: 'لا ينتهي النص المقتبس `{found}` في سطره.', hint: 'أضف علامة الاقتباس `"`.' },
		'comma-in-number': {
			message: 'في `{found}` فاصلة، والفاصلة لا تفصل إلا عناصر القائمة.',
			hint: 'اكتب `{instead}`',
		},
		'impossible-date': {
			message: 'لا يوجد يوم `{found}`.',
			hint: 'اكتب سنة وشهرًا ويومًا موجودًا مثل `2026-02-28`',
		},
		'impossible-time': {
			message: 'لا يوجد وقت `{found}`: الساعات من 00:00 إلى 24:00.',
			hint: 'اكتب ساعات ودقائق مثل `09:30`',
		},
		'keyword-as-name': {
			message: '`{found}` من كلمات اللغة ولا يصلح اسمًا كما هو.',
			hint: 'ضعه بين علامتي اقتباس: `"{found}"`',
		},
		'needs-quotes': {
			message: 'هنا `{found}`، والمتوقع نص بين علامتي اقتباس.',
			hint: 'ضعه بين علامتي اقتباس: `"{found}"`',
		},
		'unknown-clause': { message: 'لا شيء من هذا النوع ({part}) يبدأ بـ`{found}`.', nouns: ['part'] },
		'misplaced-clause': { message: 'لا مكان هنا لما يبدأ بـ`{found}` ({part}).', nouns: ['part'] },
		'missing-open-brace': { message: 'ينقص قوس الفتح بعد `{after}`.', hint: 'أضف القوس.' },
		'missing-close-brace': { message: 'لا يُغلق القوس الذي يفتحه `{what}`.', hint: 'أضف قوس الإغلاق.' },
		'stray-brace': { message: 'هذا القوس لا يغلق شيئًا.', hint: 'أزله.' },
	},
	nouns: {
		attribute: 'سمة',
		campaign: 'حملة',
		category: 'فئة',
		chain: 'سلسلة',
		channel: 'قناة',
		code: 'رمز',
		'clause of a campaign': 'جزء من حملة',
		'clause of a redemption': 'جزء من صرف النقاط',
		'clause of a rule': 'جزء من قاعدة',
		'clause of a tier': 'جزء من مستوى',
		'clause of an expiry': 'جزء من انتهاء الصلاحية',
		combo: 'وجبة',
		condition: 'شرط',
		declaration: 'تعريف',
		'fact of a member': 'معلومة عن عضو',
		'fact of an event': 'معلومة عن حدث',
		'part of a test': 'جزء من اختبار',
		'setting of a program': 'إعداد للبرنامج',
		event: 'حدث',
		'exclusive set': 'مجموعة حصرية',
		filter: 'مرشّح',
		'order type': 'نوع طلب',
		rule: 'قاعدة',
		segment: 'شريحة',
		store: 'متجر',
		subcategory: 'فئة فرعية',
		test: 'اختبار',
		tier: 'مستوى',
	},
};
