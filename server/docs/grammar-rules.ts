/** The grammar as the reference shows it: the parser's own productions, and what stands in which braces. */
import { unreachable } from '#compiler';
import { type GrammarClause, type GrammarPart, grammarClauses, grammarProductions, type Level } from '#grammar';

/** One part of a production. */
export type Part = GrammarPart;

/** Every production by its name. */
export const productions: ReadonlyMap<string, Part> = grammarProductions();

/** The levels of the grammar in the order in which the reference goes through them, and what it calls an entry of each. */
export const LEVELS: Readonly<Record<Level, string>> = {
	document: 'declaration',
	program: 'setting',
	tiers: 'tier',
	tier: 'tier-clause',
	campaign: 'campaign-clause',
	rule: 'rule-clause',
	when: 'condition',
	redemption: 'redemption-clause',
	expiry: 'expiry-clause',
	test: 'test-clause',
	member: 'member-detail',
	event: 'event-detail',
};

/** What reads the head of a clause with braces: everything before them. */
export function headOf({ word }: GrammarClause): Part {
	const name = `${word}Head`;
	if (productions.has(name)) return { kind: 'rule', name };
	// Events share one head, and a group of conditions is its word alone.
	const isEvent = leading({ kind: 'rule', name: 'eventHead' }, [word ?? '']) > 0;
	return isEvent ? { kind: 'rule', name: 'eventHead' } : { kind: 'word', text: word ?? '' };
}

/** The clause of a level that begins with a word; with null the one that begins with none. */
export function clauseOf(level: Level, word: string | null): GrammarClause {
	const found = grammarClauses(level).find((clause) => clause.word === word);
	if (!found) throw new Error(`No ${LEVELS[level]} begins with ${word}`);
	return found;
}

/**
 * A part narrowed to what begins with some words, as far as they lead: of a choice, what most of them fit; the whole choice
 * where none fits or several fit as well.
 */
export function narrowed(part: Part, words: readonly string[]): Part {
	if (part.kind === 'all') {
		let rest = words;
		const parts = part.parts.map((each) => {
			const found = rest.length === 0 ? each : narrowed(each, rest);
			const matched = leading(each, rest);
			rest = matched === 0 ? [] : rest.slice(matched);
			return found;
		});
		return { kind: 'all', parts };
	}
	if (part.kind === 'rule') {
		const opened = productions.get(part.name);
		return opened && leading(opened, words) > 0 ? narrowed(opened, words) : part;
	}
	if (part.kind !== 'one of') return part;
	const scores = part.parts.map((each) => leading(each, words));
	const most = Math.max(...scores);
	const best = part.parts.filter((_, index) => most > 0 && scores[index] === most);
	return best.length === 1 && best[0]
		? narrowed(best[0], words)
		: best.length === 0
			? part
			: { kind: 'one of', parts: best };
}

/** How many of some words a part can begin with. */
function leading(part: Part, words: readonly string[]): number {
	const [first] = words;
	if (first === undefined) return 0;
	switch (part.kind) {
		case 'word':
			return part.text === first ? 1 : 0;
		case 'rule': {
			const rule = productions.get(part.name);
			return rule ? leading(rule, words) : 0;
		}
		case 'one of':
			return Math.max(...part.parts.map((each) => leading(each, words)));
		case 'all': {
			let matched = 0;
			for (const each of part.parts) {
				const found = leading(each, words.slice(matched));
				if (found === 0) break;
				matched += found;
			}
			return matched;
		}
		case 'value':
		case 'optional':
		case 'repeated':
			return 0;
		default:
			return unreachable(part);
	}
}
