import type { ProblemWords } from '../problem-words.ts';

const putInQuotes = 'ضعه بين علامتي اقتباس: `"{found}"`';

/** The problems of reading a text, in Arabic. */
export const readingProblems = {
	// ------------------------------------------------------------ writing: letters and signs
	'text-too-long': {
		message: 'النص أطول من {most} حرف فلم يُقرأ.',
		hint: 'قسّمه إلى عدة برامج.',
	},
	'bidirectional-control': {
		message: 'حرف غير مرئي (`{code}`) يغيّر هنا اتجاه القراءة، فقد لا يقول النص ما يُظهره.',
		hint: 'أزله.',
	},
	'invisible-character': {
		message: 'في هذا الاسم حرف غير مرئي (`{code}`)، فقد يبدو اسمان مختلفان اسمًا واحدًا.',
		hint: 'أزله.',
	},
	'mixed-scripts': {
		message:
			'`{word}` مكتوب بالكتابة {main}، لكن `{character}` (`{code}`) فيه من {script}: قد يبدو اسمان مختلفان اسمًا واحدًا.',
		hint: 'اكتب الكلمة كلها بالكتابة {main}.',
	},
	'stray-character': { message: 'لا معنى لـ`{found}` هنا.', hint: ['اكتب `{instead}`', 'أزله.'] },
	'unclosed-text': { message: 'لا ينتهي النص المقتبس `{found}` في سطره.', hint: 'أضف علامة الاقتباس `"`.' },
	'unknown-escape': {
		message: 'لا معنى لـ`{found}` داخل نص مقتبس: لا معنى إلا لـ`\\"` و`\\\\`.',
		hint: 'للشرطة المائلة العكسية اكتب اثنتين.',
	},
	'comma-in-number': {
		message: 'في `{found}` فاصلة، والفاصلة لا تفصل إلا عناصر القائمة.',
		hint: 'اكتب `{instead}`',
	},
	'foreign-digits': { message: '`{found}` غير مكتوب بالأرقام من 0 إلى 9.', hint: ['اكتب `{instead}`'] },
	'number-form': {
		message: '`{found}` ليس عددًا: لا يأتي `_` إلا بين مجموعات من ثلاثة أرقام، ويكون على جانبي النقطة أرقام.',
		hint: ['اكتب `{instead}`'],
	},
	'number-too-long': {
		message: '`{found}` طويل: لا يزيد العدد على {digits} رقمًا، منها {decimals} بعد النقطة على الأكثر.',
		hint: 'اختصره.',
	},
	'impossible-date': {
		message: 'لا يوجد يوم `{found}`.',
		hint: 'اكتب سنة وشهرًا ويومًا موجودًا مثل `2026-02-28`',
	},
	'impossible-time': {
		message: 'لا يوجد وقت `{found}`: الساعات من 00:00 إلى 24:00.',
		hint: 'اكتب ساعات ودقائق مثل `09:30`',
	},
	'date-in-formula': {
		message: '`{found}` تاريخ، ولا تاريخ في الصيغة.',
		hint: 'للطرح ضع مسافة على جانبي علامة الطرح.',
	},
	'color-form': {
		message: '`{found}` ليس لونًا: اللون `#` ثم ستة من الأرقام 0 إلى 9 والحروف `A` إلى `F`.',
		hint: 'اكتب لونًا مثل `#B87333`',
	},

	// ------------------------------------------------------------ writing: clauses and braces
	'missing-part': {
		message: ['بعد `{after}` ينقص شيء: المتوقع {expected}.', 'ينقص شيء: المتوقع {expected}.'],
		hint: ['{advice}'],
	},
	'empty-list': {
		message: 'القائمة بعد `{after}` فارغة: المتوقع {expected}.',
		hint: 'اكتب واحدًا على الأقل.',
	},
	unexpected: { message: 'هنا `{found}`، والمتوقع {expected}.' },
	'keyword-as-name': {
		message: '`{found}` من كلمات اللغة ولا يصلح اسمًا كما هو.',
		hint: putInQuotes,
	},
	'needs-quotes': { message: 'هنا `{found}`، والمتوقع نص بين علامتي اقتباس.', hint: putInQuotes },
	'left-over': {
		message: 'لا ينتمي `{found}` إلى ما قبله، فهو مكتمل بعد `{after}`.',
		hint: '{isEntry, select, true{لمتابعة القائمة ضع فاصلة قبله.} other{أزله.}}',
	},
	'unknown-clause': { message: 'لا شيء من هذا النوع ({part}) يبدأ بـ`{found}`.', hint: 'ابدأه بـ: {beginnings}.' },
	'misplaced-clause': { message: 'لا مكان هنا لما يبدأ بـ`{found}` ({part}).', hint: 'انقله {place}.' },
	'missing-open-brace': { message: 'ينقص قوس الفتح بعد `{after}`.', hint: 'أضف القوس.' },
	'missing-close-brace': { message: 'لا يُغلق القوس الذي يفتحه `{what}`.', hint: 'أضف قوس الإغلاق.' },
	'stray-brace': { message: 'هذا القوس لا يغلق شيئًا.', hint: 'أزله.' },
	'too-deep': {
		message: 'هنا أكثر من {most} من الأقواس أو العلامات بعضها داخل بعض.',
		hint: 'بسّطها.',
	},
	'clause-too-long': {
		message: 'في هذا ({what}) أكثر من {most} من الكلمات والعلامات.',
		hint: 'قسّمه أو بسّطه.',
	},
	'too-many-problems': {
		message: 'في النص حتى هنا أكثر من {most} مشكلة، وما بعدها لم يُقرأ.',
		hint: 'عالج بعضها أولًا.',
	},
	'not-evaluated-yet': {
		message: '`{construct}` من اللغة، لكن هذا الإصدار من Earnest لا يحسبه بعد.',
		hint: 'تجري الاختبارات وإعادة التشغيل كأنه غير موجود، ولا يُنشر شيء ما دام هنا.',
	},
	'not-recorded-yet': {
		message:
			'{isEvaluated, select, true{يُحسب `{construct}`، لكن الخادم لا يحفظ بعد ما يلزم لتسجيله.} other{لا شيء يحسب `{construct}` بعد، فلا يستطيع الخادم تسجيله.}}',
		hint: 'أزله أو حوّله إلى تعليق، ثم انشر.',
	},
} satisfies Partial<ProblemWords>;
