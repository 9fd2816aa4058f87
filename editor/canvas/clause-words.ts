/** Clauses and declarations by themselves, in another language than the compiler's: as their cards say them. */
import type { Condition, Document, Node } from '#grammar';
import type { Catalog } from '#compiler';
import { conditionPalette, declarations, plainText } from '#compiler/service';
import { formatMessage } from '../messages/message.ts';
import { wordOf } from '../messages/service-words.ts';
import { campaignFacts, limitParts, multiplierSentence } from './clause-sentences.ts';
import { filterSummary } from './filter-words.ts';
import { proseWords } from './formula-sentence.ts';
import { textOf } from './parts.ts';
import { conditionSentence, earnSentence, ruleSentence, sentenceScope } from './rule-sentence.ts';
import { activeParts } from './sentences.ts';
import { listed, words } from './words.ts';

/** What a clause says; null where cards have no words for it, and in English. */
export function clauseWords(clause: Node, document: Document, catalog: Catalog | null): string | null {
	const said = proseWords();
	if (!said) return null;
	switch (clause.kind) {
		case 'rule':
			return plainText(ruleSentence(clause, document, catalog));
		case 'campaign':
			return campaignFacts(clause).join(words.comma) || null;
		case 'filter':
			return filterSummary(clause.name.kind === 'name' ? clause.name.text : '', clause);
		case 'exclusive-declaration':
			return clause.name.kind === 'name' ? `${formatMessage(said.exclusive, { name: clause.name.text })}${said.end}` : null;
		case 'earn':
			return earnSentence(clause);
		case 'multiply':
			return multiplierSentence(clause);
		case 'limit':
			return textOf(limitParts(clause));
		case 'active':
			return textOf(activeParts(clause));
		default:
			return isCondition(clause) ? conditionSentence(clause, sentenceScope(document, catalog)) : null;
	}
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
