import type { RuleClause } from '#grammar';
import type { TextElement } from './view.ts';

/** Beside which stage a clause without a drawing stands: by its first word, else where the clause before it stands. */
export function stageOf(clause: RuleClause, before: readonly RuleClause[]): TextElement['stage'] {
	const word = clause.kind === 'raw' ? (/^[a-z]+/.exec(clause.text.trim())?.[0] ?? '') : clause.kind;
	const last = before.at(-1);
	return stageOfWord[word] ?? (last ? stageOf(last, before.slice(0, -1)) : 'schedule');
}

const stageOfWord: Readonly<Record<string, TextElement['stage']>> = {
	about: 'schedule',
	status: 'schedule',
	active: 'schedule',
	priority: 'schedule',
	exclusive: 'schedule',
	when: 'points',
	earn: 'points',
	multiply: 'points',
	limit: 'limits',
};
