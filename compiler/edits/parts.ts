/** A program as lists in lists: declarations, their clauses, the conditions in these. One table says what holds what. */
import type {
	CampaignClause,
	Condition,
	Declaration,
	Document,
	ExpiryClause,
	NodeOfKind,
	ProgramSetting,
	RedemptionClause,
	RuleClause,
	Span,
	TestClause,
	TestEvent,
	TestMember,
	Tier,
	TierClause,
} from '#grammar';
import type { Path } from './operation.ts';

/** What stands in a list of its own kind, in braces or at the top of a text. */
export type Part =
	| Declaration
	| ProgramSetting
	| Tier
	| TierClause
	| CampaignClause
	| RuleClause
	| Condition
	| RedemptionClause
	| ExpiryClause
	| TestClause
	| TestMember['facts'][number]
	| TestEvent['facts'][number];
/** The kind of a part. */
export type PartKind = Part['kind'];

/** What holds parts, by its kind: the key of its list. */
const listKeys = {
	document: 'declarations',
	program: 'settings',
	tiers: 'tiers',
	'tier-declaration': 'clauses',
	campaign: 'clauses',
	rule: 'clauses',
	when: 'conditions',
	any: 'conditions',
	all: 'conditions',
	not: 'conditions',
	redemption: 'clauses',
	expiry: 'clauses',
	test: 'clauses',
	'test-member': 'facts',
	'test-event': 'facts',
} as const;

/** The kinds of what holds parts. */
export type HolderKind = keyof typeof listKeys;
/** What holds parts. */
export type Holder = Document | Extract<Part, { kind: HolderKind }>;
/** The kinds of the clauses that are set one by one: neither declarations, nor tiers, nor conditions. */
export type ClauseKind = Exclude<
	| (ProgramSetting | TierClause | CampaignClause | RuleClause | RedemptionClause | ExpiryClause | TestClause)['kind']
	| FactKind,
	'raw' | 'rule'
>;
type FactKind = (TestMember | TestEvent)['facts'][number]['kind'];

/** Indexes from the document down to a part; the empty one is the document. */
export type PartPath = readonly number[];

/** The indexes of a path. */
export function indexesOf(path: Path): PartPath {
	return typeof path === 'number' ? [path] : path;
}

/** Says whether a part holds others. */
export function isHolder(part: Document | Part): part is Holder {
	return part.kind in listKeys;
}

/** What a holder holds. */
export function partsOf(holder: Holder): readonly Part[] {
	return (holder as unknown as Readonly<Record<string, readonly Part[]>>)[listKeys[holder.kind]] as readonly Part[];
}

/** From `{` to `}` of a holder; absent for the document, and where the braces are. */
export function bodyOf(holder: Holder): Span | undefined {
	return 'body' in holder ? holder.body : undefined;
}

/** What stands at a path; null where nothing does. */
export function partAt(document: Document, path: PartPath): Document | Part | null {
	let found: Document | Part = document;
	for (const index of path) {
		const next: Part | undefined = isHolder(found) ? partsOf(found)[index] : undefined;
		if (!next) return null;
		found = next;
	}
	return found;
}

/** The part of one of some kinds at a path; null where another or none stands there. */
export function partOfKind<K extends PartKind>(
	document: Document,
	path: PartPath,
	...kinds: readonly K[]
): NodeOfKind<K, Part> | null {
	const found = partAt(document, path);
	return found && (kinds as readonly string[]).includes(found.kind) ? (found as NodeOfKind<K, Part>) : null;
}

/** What holds parts at a path; null where nothing does. */
export function holderAt(document: Document, path: PartPath): Holder | null {
	const found = partAt(document, path);
	return found && isHolder(found) ? found : null;
}

/** A holder with other parts. */
export function holding<H extends Holder>(holder: H, parts: readonly Part[]): H {
	return { ...holder, [listKeys[holder.kind]]: parts };
}

/** The declarations of a document with other parts at a path. */
export function withParts(document: Document, path: PartPath, parts: readonly Part[]): readonly Declaration[] {
	return (replaced(document, path, parts) as Document).declarations;
}

/** The path of the part that has exactly a span, in what stands at `within`; null where there is none. */
export function pathOfSpan(document: Document, within: PartPath, span: Span): PartPath | null {
	const found = partAt(document, within);
	if (!found) return null;
	if (within.length > 0 && found.span.start === span.start && found.span.end === span.end) return within;
	if (!isHolder(found)) return null;
	for (const [index, part] of partsOf(found).entries()) {
		if (part.span.end < span.start || span.end < part.span.start) continue;
		const inner = pathOfSpan(document, [...within, index], span);
		if (inner) return inner;
	}
	return null;
}

/** The path of what holds the part at a path. */
export function outward(path: PartPath): PartPath {
	return path.slice(0, -1);
}

/** The index of a part in its list. */
export function lastIndex(path: PartPath): number {
	return path.at(-1) ?? 0;
}

function replaced(holder: Holder, [index, ...rest]: PartPath, parts: readonly Part[]): Holder {
	if (index === undefined) return holding(holder, parts);
	const list = partsOf(holder);
	return holding(holder, list.with(index, replaced(list[index] as Holder, rest, parts) as Part));
}
