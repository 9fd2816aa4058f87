/** Clauses and declarations by themselves, in another language than the compiler's: as their cards say them. */
import type { Condition, Document, Node, NodeOfKind } from '#grammar';
import type { Catalog } from '#compiler';
import { conditionPalette, declarations, plainText } from '#compiler/service';
import { formatMessage } from '../messages/message.ts';
import type { ProseWords } from '../messages/prose-words.ts';
import { wordOf } from '../messages/service-words.ts';
import { campaignFacts, limitParts, multiplierSentence } from './clause-sentences.ts';
import { filterSummary } from './filter-words.ts';
import { proseWords } from './formula-sentence.ts';
import { textOf } from './parts.ts';
import { conditionSentence, earnSentence, ruleSentence, sentenceScope } from './rule-sentence.ts';
import { activeParts } from './sentences.ts';
import { listed, words } from './words.ts';

type Sayer<N> = (clause: N, said: ProseWords, document: Document, catalog: Catalog | null) => string | null;

/** What is no condition. */
const sayers: { readonly [K in Node['kind']]?: Sayer<NodeOfKind<K>> } = {
	rule: (rule, _, document, catalog) => plainText(ruleSentence(rule, document, catalog)),
	campaign: (campaign) => campaignFacts(campaign).join(words.comma) || null,
	filter: (filter) => filterSummary(filter.name.kind === 'name' ? filter.name.text : '', filter),
	'exclusive-declaration': ({ name }, said) =>
		name.kind === 'name' ? `${formatMessage(said.exclusive, { name: name.text })}${said.end}` : null,
	earn: earnSentence,
	multiply: multiplierSentence,
	limit: (limit) => textOf(limitParts(limit)),
	active: (active) => textOf(activeParts(active)),
};

/** What a clause says; null where cards have no words for it, and in English. */
export function clauseWords(clause: Node, document: Document, catalog: Catalog | null): string | null {
	const said = proseWords();
	if (!said) return null;
	if (isCondition(clause)) return conditionSentence(clause, sentenceScope(document, catalog));
	return (sayers[clause.kind] as Sayer<Node> | undefined)?.(clause, said, document, catalog) ?? null;
}

/** What clauses say, or else what such a declaration is for. */
export function clausesInWords(clauses: readonly Node[], document: Document, catalog: Catalog | null): string | null {
	const said = clauses.map(
		(clause) =>
			clauseWords(clause, document, catalog) ?? wordOf(declarations.find(({ kind }) => kind === clause.kind)?.doc ?? ''),
	);
	return listed(said, 'and') || null;
}

const conditions: ReadonlySet<string> = new Set(conditionPalette.map(({ kind }) => kind));

function isCondition(node: Node): node is Condition {
	return conditions.has(node.kind);
}
