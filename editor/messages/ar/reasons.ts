import type { ReasonWords } from '../reason-words.ts';

const noMember = 'لا يوجد عضو';

/** Reasons in Arabic. */
export const reasons: ReasonWords = {
	seen: {
		always: 'دائمًا',
		group: 'المتحقق {holding} من {all}، وغير المعروف {unknown}',
		missing: {
			store: 'لا تذكر المعاملة متجرها',
			channel: 'لا تذكر المعاملة قناتها',
			'order type': 'لا تذكر المعاملة نوع طلبها',
			tier: 'ليس للعضو مستوى',
			segment: noMember,
			birthday: 'عيد ميلاد العضو غير معروف',
			anniversary: 'تاريخ انضمام العضو غير معروف',
			'purchase number': noMember,
			'lifetime points': noMember,
			'lifetime spend': noMember,
			balance: noMember,
			'days since joining': 'تاريخ انضمام العضو غير معروف',
			'days since last purchase': 'لم يشترِ العضو شيئًا من قبل',
			attribute: 'لا شيء يذكر {name}',
		},
		nameOf: '{name} من {chain}',
		noSegment: 'ليس في أي شريحة',
		amount: '{filter} هو {amount}',
		quantity: 'الكمية من {filter} هي {amount}',
		time: '{day} {time}',
		daysFrom: {
			birthday: { today: 'عيد الميلاد اليوم', before: 'عيد الميلاد بعد {days}', after: 'عيد الميلاد قبل {days}' },
			anniversary: { today: 'ذكرى الانضمام اليوم', before: 'ذكرى الانضمام بعد {days}', after: 'ذكرى الانضمام قبل {days}' },
		},
		number: 'رقم عملية الشراء {number}',
		fact: '{fact}: {value}',
		attribute: '{name} هو {value}',
		flag: { on: 'محدد', off: 'غير محدد' },
	},
	whyNot: {
		disabled: 'القاعدة معطّلة.',
		'campaign-disabled': 'الحملة {name} معطّلة.',
		'other-event': 'القاعدة لحدث آخر: {event}.',
		'no-date': 'التواريخ بحسب {name}، ولا شيء يذكرها.',
		condition: 'لم يتحقق الشرط «{condition}»: {seen}.',
		'used-up': 'استُنفد حد القاعدة «{limit}»؛ المستخدم: {used}.',
		'no-effect': 'ليس في القاعدة `earn`، فلا تمنح شيئًا.',
		'set-lost': 'تبقى {rule} في المجموعة {set}، ولا تُحتسب منها إلا قاعدة واحدة.',
		'divided-by-zero': 'تقسم الصيغة على صفر عند هذا المقدار، فلا تعطي نقاطًا.',
		'nothing-to-multiply': 'القاعدة تضاعف فقط، ولم يكن هناك ما يُضاعَف.',
		'nobody-referred': 'القاعدة لعضو محال، ولا يوجد عضو محال.',
		'zero-points': 'لا تبلغ الصيغة نقطة عند هذا المقدار.',
		'too-large': 'مجموع المنح نقاط أكثر مما تتسع له معاملة واحدة، فلا يُمنح شيء.',
	},
	dates: {
		'not-started': { rule: 'تبدأ القاعدة في {date}.', campaign: 'تبدأ الحملة {name} في {date}.' },
		ended: { rule: 'انتهت القاعدة: {date}.', campaign: 'انتهت الحملة {name}: {date}.' },
	},
	cut: {
		'rule limit': 'حدود القاعدة لا تترك لها شيئًا.',
		'campaign limit': 'حدود الحملة لا تترك لهذه القاعدة شيئًا.',
		'campaign budget': 'استُنفدت ميزانية الحملة.',
		'program limit': 'حدود البرنامج لا تترك لهذه القاعدة شيئًا.',
	},
};
