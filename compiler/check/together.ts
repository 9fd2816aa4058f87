import { type Name, type Noun, phrase, printName, type ProblemExtra, relatedAt, type Span } from '#grammar';
import { type Report, suggestion } from './report.ts';
import type { DeclaredName, Summary } from './summary.ts';

/** A declaration's summary and how far its spans are from the start of the text. */
export interface Placed {
	readonly summary: Summary;
	readonly shift: number;
}

/** Checks what only several declarations together can have wrong. Its problems have spans of the whole text. */
export function checkTogether(parts: readonly Placed[], report: Report): void {
	checkSecond(parts, report);
	checkDuplicates(parts, report);
	checkUnusedFilters(parts, report);
	checkExpectedRules(parts, report);
}

/** A span of a summary as one of the whole text. */
export function placed({ shift }: Placed, { start, end }: Span): Span {
	return { start: start + shift, end: end + shift };
}

/** Declarations of which a program has one, or at most one. */
const single = ['program', 'tiers', 'redemption', 'expiry'] as const;

function checkSecond(parts: readonly Placed[], report: Report): void {
	for (const kind of single) {
		const [first, ...others] = parts.filter(({ summary }) => summary.kind === kind);
		for (const other of others) {
			const { start } = placed(other, other.summary.span);
			const one = first ?? other;
			const related = relatedAt(placed(one, one.summary.span), phrase('The first one is here.'));
			report('second-declaration', { start, end: start + kind.length }, { construct: kind }, { related });
		}
		if (kind !== 'program' || first) continue;
		const [head] = parts;
		const start = head ? placed(head, head.summary.span).start : 0;
		report('missing-program', { start, end: start }, undefined);
	}
}

function checkDuplicates(parts: readonly Placed[], report: Report): void {
	const seen = new Map<Noun, Map<string, Declared>>();
	for (const part of parts) {
		for (const { noun, name } of part.summary.declares) {
			let named = seen.get(noun);
			if (!named) seen.set(noun, (named = new Map()));
			const first = named.get(name.text);
			if (!first) named.set(name.text, { part, name });
			else {
				const extra = firstHere(noun, placed(first.part, first.name.span));
				report('duplicate-name', placed(part, name.span), { noun: phrase(noun), name: name.text }, extra);
			}
		}
	}
}

/** A name, and the declaration that declares it. */
interface Declared {
	readonly part: Placed;
	readonly name: Name;
}

function firstHere(noun: Noun, span: Span): ProblemExtra {
	return { related: relatedAt(span, phrase('first of this name', { noun: phrase(noun) })) };
}

function checkUnusedFilters(parts: readonly Placed[], report: Report): void {
	// A clause that cannot be read may be the one that uses it.
	if (parts.some(({ summary }) => summary.hasRaw)) return;
	const used = new Set<string>();
	for (const { summary } of parts) for (const name of summary.usedFilters) used.add(name);
	const reported = new Set<string>();
	for (const part of parts) {
		for (const { name } of filtersOf(part.summary)) {
			if (used.has(name.text) || reported.has(name.text)) continue;
			reported.add(name.text);
			report('unused-filter', placed(part, name.span), { name: name.text });
		}
	}
}

function filtersOf({ declares }: Summary): readonly (DeclaredName & { readonly name: Name })[] {
	return declares.filter(({ noun }) => noun === 'filter');
}

/** Reports expectations of rules that there are not, and warns of those of rules that never award. */
function checkExpectedRules(parts: readonly Placed[], report: Report): void {
	if (parts.every(({ summary }) => summary.expectedRules.length === 0)) return;
	const rules = new Map<string, Placed>();
	for (const part of parts) {
		for (const { noun, name } of part.summary.declares) {
			if (noun === 'rule' && !rules.has(name.text)) rules.set(name.text, part);
		}
	}
	// A declaration that cannot be read may be the rule.
	const isComplete = parts.every(({ summary }) => summary.kind !== 'raw');
	for (const part of parts) {
		for (const expected of part.summary.expectedRules) {
			const name = { ...expected.name, span: placed(part, expected.name.span) };
			const rule = rules.get(name.text);
			const status = rule?.summary.disabledRules.get(name.text);
			if (rule && status && !expected.isNothing) {
				const related = relatedAt(placed(rule, status), phrase('It is disabled here.'));
				report('expects-disabled-rule', name.span, { name: name.text }, { related });
			} else if (!rule && isComplete) {
				const { nearest, extra } = suggestion(name, [...rules.keys()], printName);
				report('unknown-name', name.span, { noun: phrase('rule'), name: name.text, nearest }, extra);
			}
		}
	}
}
