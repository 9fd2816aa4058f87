/** The part of a program that can be lowered although another part has an error. */
import { type Declaration, overlaps, piecesOf, type Problem, type Reading, type RuleDeclaration, walk } from '#grammar';
import { isBuiltInFilter, type Symbols } from './check/symbols.ts';
import { lowerPlaced } from './plan/lower.ts';
import type { Plan } from './plan/plan.ts';

/** What has no error of its own, nor of a filter that it uses. */
export interface HealthyParts {
	/** Their names. */
	readonly filters: ReadonlySet<string>;
	/** In the order of the text. */
	readonly rules: readonly HealthyRule[];
}

/** A rule as its piece has it, the offset of that piece, and its index among the declarations of the whole. */
export interface HealthyRule {
	readonly rule: RuleDeclaration;
	readonly offset: number;
	readonly index: number;
}

interface Placed {
	readonly declaration: Declaration;
	readonly offset: number;
}

/** The filters and rules that can be lowered; null where the program itself or its tiers have an error. */
export function healthyParts(reading: Reading, errors: readonly Problem[]): HealthyParts | null {
	const all = piecesOf(reading).flatMap(({ declarations }, index) =>
		declarations.map((declaration): Placed => ({ declaration, offset: reading.offsets[index] ?? 0 })),
	);
	const broken = brokenOnes(all, errors);
	const filters = new Set<string>();
	let hasProgram = false;
	let tiers: Declaration | undefined;
	for (const placed of all) {
		const { declaration } = placed;
		if (broken.has(placed) && (declaration.kind === 'program' || declaration.kind === 'tiers')) return null;
		if (declaration.kind === 'filter' && declaration.name.kind === 'name' && !broken.has(placed)) {
			filters.add(declaration.name.text);
		}
		if (declaration.kind === 'program') hasProgram = true;
		if (declaration.kind === 'tiers') tiers ??= declaration;
	}
	if (!hasProgram || (tiers && !usesOnly(tiers, filters))) return null;
	const rules = all.flatMap((placed, index): HealthyRule[] => {
		const { declaration: rule, offset } = placed;
		return rule.kind === 'rule' && !broken.has(placed) && usesOnly(rule, filters) ? [{ rule, offset, index }] : [];
	});
	return { filters, rules };
}

/** The plan of the healthy parts; null where there are none. */
export function lowerHealthy(symbols: Symbols, healthy: HealthyParts | null): Plan | null {
	if (!healthy) return null;
	const filterNames = symbols.filterNames.filter((name) => isBuiltInFilter(name) || healthy.filters.has(name));
	return lowerPlaced({ ...symbols, filterNames }, healthy.rules);
}

/** The declarations that could not be read or in which an error lies. Both lists are in the order of the text. */
function brokenOnes(all: readonly Placed[], errors: readonly Problem[]): ReadonlySet<Placed> {
	const broken = new Set(all.filter(({ declaration }) => declaration.kind === 'raw'));
	let first = 0;
	for (const { span } of errors) {
		while (first < all.length && endOf(all[first]) < span.start) first++;
		for (let at = first; at < all.length; at++) {
			const placed = all[at] as Placed;
			if (placed.declaration.span.start + placed.offset > span.end) break;
			if (touches(placed, span)) broken.add(placed);
		}
	}
	return broken;
}

function endOf(placed: Placed | undefined): number {
	return placed ? placed.declaration.span.end + placed.offset : 0;
}

function touches({ declaration, offset }: Placed, { start, end }: Problem['span']): boolean {
	const span = { start: declaration.span.start + offset, end: declaration.span.end + offset };
	// A problem about something missing has an empty span; it lies at the edge of what it concerns.
	return start === end ? span.start <= start && start <= span.end : overlaps(span, { start, end });
}

/** The filters that a declaration uses, by name; asked of every rule at each keystroke, of which one has changed. */
const used = new WeakMap<Declaration, ReadonlySet<string>>();

function usesOnly(declaration: Declaration, filters: ReadonlySet<string>): boolean {
	let names = used.get(declaration);
	if (!names) used.set(declaration, (names = usedFilters(declaration)));
	return [...names].every((name) => filters.has(name) || isBuiltInFilter(name));
}

function usedFilters(declaration: Declaration): ReadonlySet<string> {
	const names = new Set<string>();
	walk(declaration, (node) => {
		const name = node.kind === 'filter-ref' ? node.name : node.kind === 'spend' ? node.filter : null;
		if (name?.kind === 'name') names.add(name.text);
	});
	return names;
}
