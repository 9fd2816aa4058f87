/** The part of a program that can be lowered although another part has an error. */
import {
	type Declaration,
	type Missing,
	type Name,
	overlaps,
	piecesOf,
	type Problem,
	type Reading,
	type RedemptionDeclaration,
	shiftNode,
	shiftSpan,
	type Span,
	walk,
} from '#grammar';
import { declaringKinds } from './check/digest.ts';
import { collectSymbols, isBuiltInFilter, rulesOf } from './check/symbols.ts';
import { lower, type PlacedCampaign } from './plan/lower/lower.ts';
import { lowerRules, type PlacedRule, type RuleBase } from './plan/lower/rules.ts';
import type { Plan, PlanRule } from './plan/plan.ts';

/** The names that a plan refers to by index, of declarations without an error. */
interface HealthyNames {
	readonly filters: ReadonlySet<string>;
	readonly attributes: ReadonlySet<string>;
	readonly exclusives: ReadonlySet<string>;
}

/** A declaration as its piece of the text has it, and the offset of that piece. */
interface Placed {
	readonly declaration: Declaration;
	readonly offset: number;
}

/** What has no error of its own, nor of a name that it uses. */
export interface HealthyParts {
	readonly names: HealthyNames;
	/** What rules lean on, all of it. */
	readonly declaring: readonly Placed[];
	readonly campaigns: readonly PlacedCampaign[];
	/** In the order of the text, with the indexes of their declarations: of a rule inside a campaign, that of the campaign. */
	readonly rules: readonly IndexedRule[];
	readonly redemption: RedemptionDeclaration | null;
}

interface IndexedRule extends PlacedRule {
	readonly index: number;
}

/** The declarations that can be lowered; null where the program itself or its tiers have an error. */
export function healthyParts(reading: Reading, errors: readonly Problem[]): HealthyParts | null {
	return errors.length === 0 ? wholeParts(reading) : soundParts(reading, errors);
}

/**
 * The parts of a program without any error: there every name that is used is declared. `among` are the indexes of the pieces that
 * are looked at, all where nothing else is said.
 */
export function wholeParts(reading: Reading, among?: readonly number[]): HealthyParts {
	const pieces = piecesOf(reading);
	const parts: GrowingParts = { declaring: [], campaigns: [], rules: [], redemption: null };
	let index = 0;
	for (const at of among ?? pieces.keys()) {
		for (const declaration of pieces[at]?.declarations ?? [])
			place({ declaration, offset: reading.offsets[at] ?? 0 }, index++, parts);
	}
	return { ...parts, names: healthyNames(parts.declaring.map(({ declaration }) => declaration)) };
}

interface GrowingParts {
	readonly declaring: Placed[];
	readonly campaigns: PlacedCampaign[];
	readonly rules: IndexedRule[];
	redemption: RedemptionDeclaration | null;
}

function place(placed: Placed, index: number, parts: GrowingParts): void {
	const { declaration, offset } = placed;
	const { declaring, campaigns, rules } = parts;
	if (declaration.kind === 'rule') rules.push({ rule: declaration, campaign: null, offset, index });
	else if (declaration.kind === 'campaign') {
		campaigns.push({ campaign: declaration, offset });
		for (const rule of rulesOf([declaration])) rules.push({ rule, campaign: declaration, offset, index });
	} else if (declaration.kind === 'redemption') parts.redemption ??= declaration;
	else if (declaringKinds.has(declaration.kind)) declaring.push(placed);
}

function soundParts(reading: Reading, errors: readonly Problem[]): HealthyParts | null {
	const all = piecesOf(reading).flatMap(({ declarations }, index) =>
		declarations.map((declaration): Placed => ({ declaration, offset: reading.offsets[index] ?? 0 })),
	);
	const broken = brokenOnes(all, errors);
	if ([...broken].some(({ declaration: { kind } }) => kind === 'program' || kind === 'tiers')) return null;
	const declaring = all.filter(({ declaration: { kind } }) => declaringKinds.has(kind));
	const healthy = declaring.filter((placed) => !broken.has(placed)).map(({ declaration }) => declaration);
	const names = healthyNames(healthy);
	const tiers = healthy.find(({ kind }) => kind === 'tiers');
	if (!healthy.some(({ kind }) => kind === 'program') || (tiers && !usesOnly(tiers, names))) return null;
	const parts: GrowingParts = { declaring: [], campaigns: [], rules: [], redemption: null };
	for (const [index, placed] of all.entries()) {
		if (!broken.has(placed) && usesOnly(placed.declaration, names)) place(placed, index, parts);
	}
	return { ...parts, declaring, names };
}

/** A filter of a broken attribute is broken too. */
function healthyNames(healthy: readonly Declaration[]): HealthyNames {
	const named = (kind: Declaration['kind']) =>
		healthy.flatMap((declaration) =>
			declaration.kind === kind && 'name' in declaration && declaration.name.kind === 'name' ? [declaration.name.text] : [],
		);
	const attributes = new Set(named('attribute-declaration'));
	const exclusives = new Set(named('exclusive-declaration'));
	const whole = healthy.filter(
		(declaration) =>
			declaration.kind !== 'filter' ||
			declaration.source.kind !== 'attribute-source' ||
			(declaration.source.name.kind === 'name' && attributes.has(declaration.source.name.text)),
	);
	const filters = whole.flatMap((declaration) =>
		declaration.kind === 'filter' && declaration.name.kind === 'name' ? [declaration.name.text] : [],
	);
	return { filters: new Set(filters), attributes, exclusives };
}

/** The plan of the healthy parts; null where there are none. */
export function lowerHealthy(healthy: HealthyParts | null): Plan | null {
	if (!healthy) return null;
	return lowerParts(healthy, (base) => lowerRules(healthy.rules, base).rules);
}

/** The plan of some parts, whose rules are lowered as is said. */
export function lowerParts(
	{ names, declaring, campaigns, redemption }: Omit<HealthyParts, 'rules'>,
	rulesOn: (base: RuleBase) => readonly PlanRule[],
): Plan {
	const symbols = collectSymbols(declaring.map(({ declaration, offset }) => shiftNode(declaration, offset)));
	const filterNames = symbols.filterNames.filter((name) => isBuiltInFilter(name) || names.filters.has(name));
	const attributes = new Map([...symbols.attributes].filter(([name]) => names.attributes.has(name)));
	const exclusives = new Map([...symbols.exclusives].filter(([name]) => names.exclusives.has(name)));
	return lower({ ...symbols, filterNames, attributes, exclusives }, { campaigns, redemption }, rulesOn);
}

/** The declarations that could not be read or in which an error lies. Both lists are in the order of the text. */
function brokenOnes(all: readonly Placed[], errors: readonly Problem[]): ReadonlySet<Placed> {
	const broken = new Set(all.filter(({ declaration }) => declaration.kind === 'raw'));
	let first = 0;
	for (const { span } of errors) {
		while (first < all.length && spanOf(all[first] as Placed).end < span.start) first++;
		for (let at = first; at < all.length; at++) {
			const placed = all[at] as Placed;
			if (spanOf(placed).start > span.end) break;
			if (touches(spanOf(placed), span)) broken.add(placed);
		}
	}
	return broken;
}

function spanOf({ declaration, offset }: Placed): Span {
	return shiftSpan(declaration.span, offset);
}

function touches(declaration: Span, { start, end }: Span): boolean {
	// A problem about something missing has an empty span; it lies at the edge of what it concerns.
	return start === end ? declaration.start <= start && start <= declaration.end : overlaps(declaration, { start, end });
}

/** Says whether everything that a declaration names, and that a plan refers to by index, is healthy. */
function usesOnly(declaration: Declaration, names: HealthyNames): boolean {
	let used = usedNames.get(declaration);
	if (!used) usedNames.set(declaration, (used = usesOf(declaration)));
	return used.every(([kind, name]) => names[kind].has(name) || (kind === 'filters' && isBuiltInFilter(name)));
}

type Use = readonly [keyof HealthyNames, string];

// Asked of every declaration at each keystroke, of which one has changed.
const usedNames = new WeakMap<Declaration, readonly Use[]>();

function usesOf(declaration: Declaration): Use[] {
	const uses: Use[] = [];
	const use = (kind: keyof HealthyNames, name: Name | Missing | undefined) => {
		if (name?.kind === 'name') uses.push([kind, name.text]);
	};
	walk(declaration, (node) => {
		if (node.kind === 'filter-ref') use('filters', node.name);
		else if (node.kind === 'multiply') use('filters', node.on);
		else if (node.kind === 'attribute') use('attributes', node.name);
		else if (node.kind === 'active') use('attributes', node.by);
		else if (node.kind === 'exclusive') use('exclusives', node.set);
		else if ('filter' in node) use('filters', node.filter);
	});
	return uses;
}
