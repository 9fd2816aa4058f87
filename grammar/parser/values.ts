/** What the parser expects, and the rules of names, texts, numbers, days and times. */
import { type CstNode, CstParser, type IParserErrorMessageProvider, type ParserMethod, type TokenType } from 'chevrotain';
import * as token from '../tokens.ts';

/** A rule of the grammar. */
export type Rule = ParserMethod<[], CstNode>;

const insertable: ReadonlySet<TokenType> = new Set([
	token.Comma,
	token.OpenParenthesis,
	token.CloseParenthesis,
	token.Equals,
]);

/** What a rule stands for, where the words that could begin it would not say it as well. */
const expectations: Readonly<Record<string, string>> = {
	name: 'a name',
	signed: 'a number, a cart filter or `(`',
	days: 'days such as `Mon to Fri`, or `any day`',
	spendTest: 'a comparison such as `>= 50`, or `between`',
	birthdayWindow: '`today`, `this month` or `within 3 days`',
	active: '`from` or `until`',
	filterSource: '`total` or `items`',
	totalPart: '`taxes`, `fees`, `tip` or `points`',
	status: '`enabled` or `disabled`',
	rounding: '`down`, `up`, `half up` or `half even`',
	points: '`whole` or `with 2 decimals`',
	decimals: '`decimals`',
	limit: '`points`',
	within: '`days`',
	tiersHead: '`lifetime points` or `hand`',
};

function anyOf(types: readonly TokenType[]): string {
	const labels = [...new Set(types.map((type) => type.LABEL ?? type.name))];
	const last = labels.pop() ?? 'nothing more';
	return labels.length === 0 ? last : `${labels.join(', ')} or ${last}`;
}

function firsts(paths: readonly (readonly TokenType[])[]): TokenType[] {
	return paths.flatMap((path) => path.slice(0, 1));
}

/** The parser's messages are what it expected, in the user's words; the sentences around them are the catalogue's. */
const expected: IParserErrorMessageProvider = {
	buildMismatchTokenMessage: ({ expected }) => anyOf([expected]),
	buildNotAllInputParsedMessage: () => 'nothing more',
	buildNoViableAltMessage: ({ ruleName, expectedPathsPerAlt }) =>
		expectations[ruleName] ?? anyOf(expectedPathsPerAlt.flatMap(firsts)),
	buildEarlyExitMessage: ({ ruleName, expectedIterationPaths }) =>
		expectations[ruleName] ?? anyOf(firsts(expectedIterationPaths)),
};

/** Names, texts, numbers, days and times; the ground of the other rules. */
export class ValueRules extends CstParser {
	constructor() {
		super([...token.allTypes], { recoveryEnabled: true, maxLookahead: 2, errorMessageProvider: expected });
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
	readonly names = this.RULE('names', () => {
		this.SUBRULE(this.name);
		this.MANY(() => {
			this.CONSUME(token.Comma);
			this.SUBRULE2(this.name);
		});
	});
}
