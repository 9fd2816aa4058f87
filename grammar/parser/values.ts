/** What the parser expects, and the rules of names, texts, numbers, days and times. */
import { type CstNode, CstParser, type IParserErrorMessageProvider, type ParserMethod, type TokenType } from 'chevrotain';
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';

/** A rule of the grammar. */
export type Rule = ParserMethod<[], CstNode>;

const insertable: ReadonlySet<TokenType> = new Set([
	token.Comma,
	token.OpenParenthesis,
	token.CloseParenthesis,
	token.Equals,
]);

/** What stands between several things of which one is expected: in a message of the parser, which must be one text. */
export const BETWEEN = '\n';

/** A message that expects one of several things. */
export function anyOf(labels: readonly string[]): string {
	return [...new Set(labels)].join(BETWEEN) || 'nothing more';
}

/** What a rule stands for, where the words that could begin it would not say it as well. */
const expectations: Readonly<Record<string, string>> = {
	name: 'a name',
	signed: 'a number, a cart filter or `(`',
	days: 'days such as `Mon to Fri`, or `any day`',
	amountTest: 'a comparison such as `>= 50`, or `between`',
	attributeTest: '`is`, a comparison such as `>= 50`, or `between`',
	anniversaryWindow: '`today`, `this month` or `within 3 days`',
	purchaseCount: 'a number such as `1`, or `every 10`',
	active: anyOf(['`from`', '`until`']),
	filterSource: '`total`, `items`, `quantity of items`, `attribute` or `paid with points`',
	totalPart: '`taxes`, `fees`, `tip` or `points`',
	status: '`enabled` or `disabled`',
	rounding: '`down`, `up`, `half up` or `half even`',
	roundingPlace: '`per award`, `per item`, `per transaction` or `carried`',
	points: '`whole` or `with 2 decimals`',
	decimals: '`decimals`',
	pointsUnit: '`points`',
	daysUnit: '`days`',
	tierBasis: '`lifetime points`, `lifetime spend of`, `points per year`, `spend of` or `hand`',
	event: 'an event such as `registration` or `any event`',
	attributeType: '`text`, `number`, `flag`, `date` or `one of`',
	limitMost: '`once`, a number, or `points to`',
	limitUnit: anyOf(['`points`', '`times`']),
	limitPeriod: 'a period such as `transaction`, `day`, `week` or `rolling 7 days`',
	durationUnit: '`days`, `weeks`, `months` or `years`',
	duration: anyOf(['`after`', '`at`']),
	linePrice: 'a price such as `18.00`',
	testValue: 'a value',
};

function labelsOf(types: readonly TokenType[]): string[] {
	return types.map((type) => type.LABEL ?? type.name);
}

function firsts(paths: readonly (readonly TokenType[])[]): TokenType[] {
	return paths.flatMap((path) => path.slice(0, 1));
}

/** The parser's messages are what it expected, in the user's words; the sentences around them are the catalogue's. */
const expected: IParserErrorMessageProvider = {
	buildMismatchTokenMessage: ({ expected }) => anyOf(labelsOf([expected])),
	buildNotAllInputParsedMessage: () => 'nothing more',
	buildNoViableAltMessage: ({ ruleName, expectedPathsPerAlt }) =>
		expectations[ruleName] ?? anyOf(labelsOf(expectedPathsPerAlt.flatMap(firsts))),
	buildEarlyExitMessage: ({ ruleName, expectedIterationPaths }) =>
		expectations[ruleName] ?? anyOf(labelsOf(firsts(expectedIterationPaths))),
};

/** Names, texts, numbers, days, times and events; the ground of the other rules. */
export class ValueRules extends CstParser {
	/** Whether the rules themselves are examined: a third of the time that a parser takes to make, and the same each time. */
	constructor({ isExamined }: { readonly isExamined: boolean }) {
		super([...token.allTypes], {
			recoveryEnabled: true,
			maxLookahead: 2,
			errorMessageProvider: expected,
			skipValidations: !isExamined,
		});
	}

	override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
		return insertable.has(type);
	}

	/** Nothing that was written is dropped: what cannot be read makes its clause raw. */
	override canTokenTypeBeDeletedInRecovery(): boolean {
		return false;
	}

	readonly name = this.RULE('name', () => {
		this.OR([{ ALT: () => this.CONSUME(token.BareName) }, { ALT: () => this.CONSUME(token.Quoted) }]);
	});
	readonly text = this.RULE('text', () => {
		this.CONSUME(token.Quoted);
	});
	readonly number = this.RULE('number', () => {
		this.CONSUME(token.NumberText);
		this.OPTION(() => this.CONSUME(token.Percent));
	});
	readonly date = this.RULE('date', () => {
		this.CONSUME(token.DateText);
	});
	readonly time = this.RULE('time', () => {
		this.CONSUME(token.TimeText);
	});
	readonly color = this.RULE('color', () => {
		this.CONSUME(token.ColorText);
	});
	readonly shortDay = this.RULE('shortDay', () => {
		this.CONSUME(token.ShortDay);
	});
	readonly longDay = this.RULE('longDay', () => {
		this.CONSUME(token.LongDay);
	});
	readonly pointsUnit = this.RULE('pointsUnit', () => {
		this.OR([{ ALT: () => this.CONSUME(word.points) }, { ALT: () => this.CONSUME(word.point) }]);
	});
	readonly daysUnit = this.RULE('daysUnit', () => {
		this.OR([{ ALT: () => this.CONSUME(word.days) }, { ALT: () => this.CONSUME(word.day) }]);
	});
	readonly moment = this.RULE('moment', () => {
		this.SUBRULE(this.date);
		this.OPTION(() => this.SUBRULE(this.time));
	});
	/** What happens in a test, or what a rule answers to. */
	readonly event = this.RULE('event', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.purchase, { LABEL: 'known' }) },
			{ ALT: () => this.CONSUME(word.registration, { LABEL: 'known' }) },
			{ ALT: () => this.CONSUME(word.profile_completed, { LABEL: 'known' }) },
			{ ALT: () => this.CONSUME(word.birthday, { LABEL: 'known' }) },
			{ ALT: () => this.CONSUME(word.anniversary, { LABEL: 'known' }) },
			{ ALT: () => this.CONSUME(word.referral, { LABEL: 'known' }) },
			{ ALT: () => this.CONSUME(word.check_in, { LABEL: 'known' }) },
			{
				ALT: () => {
					this.CONSUME(word.any);
					this.CONSUME(word.event);
				},
			},
			{
				ALT: () => {
					this.CONSUME2(word.event);
					this.SUBRULE(this.name);
				},
			},
		]);
	});
	/** Who gets an award, on a referral. */
	readonly recipient = this.RULE('recipient', () => {
		this.OR([{ ALT: () => this.CONSUME(word.referrer) }, { ALT: () => this.CONSUME(word.referred) }]);
	});
	readonly names = this.RULE('names', () => {
		this.SUBRULE(this.name);
		this.MANY(() => {
			this.CONSUME(token.Comma);
			this.SUBRULE2(this.name);
		});
	});
}
