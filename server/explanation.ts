/** A program, in plain words: everything that it declares. */
import { type Compilation, unreachable } from '#compiler';
import { plainText, prose, type Speech, speechOf, summaryOfDates, summaryOfEarn, summaryOfFilter } from '#compiler/service';
import {
	covers,
	type Declaration,
	lineStarts,
	type Missing,
	type Name,
	overlaps,
	positionAt,
	type Problem,
	type RuleDeclaration,
	type Tier,
	type TiersDeclaration,
} from '#grammar';

/** A program in words. What has an error is named in `notExplained` and in nothing else. */
export interface Explanation {
	/** The program's name; null where there is none. */
	readonly program: string | null;
	/** Its settings as a sentence; null where they have an error. */
	readonly settings: string | null;
	readonly tiers: ExplainedTiers | null;
	readonly filters: readonly { readonly name: string; readonly counts: string }[];
	/** In the order of the text; those of campaigns are explained with these. */
	readonly rules: readonly ExplainedRule[];
	/** Everything else that is declared, by kind and in the order of the text. */
	readonly others: readonly ExplainedDeclaration[];
	/** What belongs to the language and has no effect yet, in the order of the text. */
	readonly notEvaluatedYet: readonly Located[];
	readonly notExplained: readonly Located[];
	readonly errors: readonly Problem[];
}

/** Something of the text and the line on which it begins. */
export interface Located {
	readonly what: string;
	readonly line: number;
}

export interface ExplainedTiers {
	/** What moves members: `lifetime points` or `hand`. */
	readonly by: string;
	readonly tiers: readonly {
		readonly name: string;
		/** The threshold, in points or in the currency: decimal text; null where people give the tier. */
		readonly from: string | null;
		/** What every purchase earns: `1.5 × Net total points`. */
		readonly earns: readonly string[];
		/** The factor on all points, as decimal text; null where there is none. */
		readonly multiplies: string | null;
	}[];
}

export interface ExplainedRule {
	readonly name: string;
	readonly status: 'enabled' | 'disabled';
	/** `1 January to 31 March 2026`; null where it has no dates. */
	readonly dates: string | null;
	readonly priority: number;
	/** The whole rule as one sentence. */
	readonly sentence: string;
}

export interface ExplainedDeclaration {
	readonly kind: OtherKind;
	/** Null where there can be only one. */
	readonly name: string | null;
	readonly sentence: string;
}

/** The kinds that have no form of their own in an explanation, in its order. */
export const OTHER_KINDS = ['exclusive set', 'campaign', 'segment', 'attribute', 'redemption', 'expiry', 'test'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** Explains a program as far as it has no errors; what is not evaluated yet is none here. */
export function explain({ source, document, problems }: Compilation): Explanation {
	const isLater = ({ code }: Problem) => code === 'not-evaluated-yet';
	const errors = problems.filter((problem) => problem.severity === 'error' && !isLater(problem));
	const isBroken = ({ kind, span }: Declaration) =>
		kind === 'raw' || errors.some((error) => overlaps(span, error.span) || covers(span, error.span));
	const [broken, sound] = [document.declarations.filter(isBroken), document.declarations.filter((each) => !isBroken(each))];
	const speech = speechOf(document);
	const starts = lineStarts(source);
	const lineOf = ({ span }: { readonly span: { readonly start: number } }) => positionAt(starts, span.start).line;
	const program = document.declarations.find((declaration) => declaration.kind === 'program');
	const tiers = sound.find((declaration) => declaration.kind === 'tiers');
	return {
		program: program?.name.kind === 'name' ? program.name.text : null,
		settings: program && sound.includes(program) ? plainText(prose(program, speech)) : null,
		tiers: tiers ? explainedTiers(tiers) : null,
		filters: sound.flatMap((each) =>
			each.kind === 'filter' ? [{ name: nameOf(each.name), counts: summaryOfFilter(each) }] : [],
		),
		rules: sound.filter((each) => each.kind === 'rule').map((rule) => explainedRule(rule, speech)),
		others: explainedOthers(sound, speech),
		notEvaluatedYet: problems.filter(isLater).map((each) => ({ what: constructOf(each), line: lineOf(each) })),
		notExplained: broken.map((each) => ({ what: whatIs(each), line: lineOf(each) })),
		errors,
	};
}

function explainedTiers({ by, tiers }: TiersDeclaration): ExplainedTiers {
	return {
		by: by.kind === 'tier-basis' ? by.measure : '',
		tiers: tiers.filter((tier) => tier.kind === 'tier-declaration').map(explainedTier),
	};
}

function explainedTier({ name, from, clauses }: Tier): ExplainedTiers['tiers'][number] {
	const factor = clauses.find((clause) => clause.kind === 'multiply')?.factor;
	return {
		name: nameOf(name),
		from: from?.kind === 'number' ? from.digits : null,
		earns: clauses.filter((clause) => clause.kind === 'earn').map(summaryOfEarn),
		multiplies: factor?.kind === 'number' ? factor.digits : null,
	};
}

function explainedRule(rule: RuleDeclaration, speech: Speech): ExplainedRule {
	const isOff = rule.clauses.some(
		(clause) => clause.kind === 'status' && clause.status.kind === 'word' && clause.status.text === 'disabled',
	);
	const active = rule.clauses.find((clause) => clause.kind === 'active');
	const priority = rule.clauses.find((clause) => clause.kind === 'priority');
	const value = priority?.value.kind === 'number' ? Number(priority.value.digits) : 0;
	return {
		name: nameOf(rule.name),
		status: isOff ? 'disabled' : 'enabled',
		dates: active ? summaryOfDates(active) : null,
		priority: priority?.negative && value !== 0 ? -value : value,
		sentence: plainText(prose(rule, speech)),
	};
}

function explainedOthers(declarations: readonly Declaration[], speech: Speech): ExplainedDeclaration[] {
	const explained = declarations.flatMap((declaration): ExplainedDeclaration[] => {
		const kind = otherKind(declaration);
		if (kind === null) return [];
		const name = 'name' in declaration ? nameOf(declaration.name) : null;
		return [{ kind, name, sentence: plainText(prose(declaration, speech)) }];
	});
	return explained.sort((a, b) => OTHER_KINDS.indexOf(a.kind) - OTHER_KINDS.indexOf(b.kind));
}

function otherKind({ kind }: Declaration): OtherKind | null {
	switch (kind) {
		case 'exclusive-declaration':
			return 'exclusive set';
		case 'segment-declaration':
			return 'segment';
		case 'attribute-declaration':
			return 'attribute';
		case 'campaign':
		case 'redemption':
		case 'expiry':
		case 'test':
			return kind;
		case 'program':
		case 'tiers':
		case 'filter':
		case 'rule':
		case 'raw':
			return null;
		default:
			return unreachable(kind);
	}
}

/** What a problem names, without its backticks. */
function constructOf({ message }: Problem): string {
	return /`([^`]+)`/.exec(message)?.[1] ?? message;
}

/** `rule "Lunch rush"`, as one would look for it; of what could not be read, its first words. */
function whatIs(declaration: Declaration): string {
	if (declaration.kind === 'raw') return /^\S+(?:[^\S\r\n]+(?:"[^"\r\n]*"|[^\s{]+))?/.exec(declaration.text)?.[0] ?? '';
	const noun = otherKind(declaration) ?? declaration.kind;
	return 'name' in declaration && declaration.name.kind === 'name' ? `${noun} "${declaration.name.text}"` : noun;
}

function nameOf(name: Name | Missing): string {
	return name.kind === 'name' ? name.text : '';
}
