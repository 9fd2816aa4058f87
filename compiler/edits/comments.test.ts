import { describe } from 'vitest';
import type { Operation } from './index.ts';
import { rule, table, when } from './testing/edited.ts';

const source = when('    // first\n    // second\n    tier is Gold // tail\n    channel is app\n');

/** Other comments for a part of a text. */
function comments(text: string, part: string, above: readonly string[], behind: string | null): Operation {
	const start = text.indexOf(part);
	return { kind: 'set-comments', declaration: 0, span: { start, end: start + part.length }, above, behind };
}

const row = (
	name: string,
	before: string,
	part: string,
	above: readonly string[],
	behind: string | null,
	after: string,
) => ({
	name,
	before,
	operation: comments(before, part, above, behind),
	after,
});

describe('setting comments', () => {
	const tier = (above: readonly string[], behind: string | null, name: string, after: string) =>
		row(name, source, 'tier is Gold', above, behind, after);
	table([
		tier(['first', 'second'], 'tail', 'changes nothing where they say this already', source),
		tier(['first', 'other'], 'tail', 'changes one line', source.replace('second', 'other')),
		tier(['first'], 'tail', 'removes one line', source.replace('    // second\n', '')),
		tier(['new', 'first', 'second'], 'tail', 'adds one line', source.replace('// first', '// new\n    // first')),
		tier(
			['first', '', 'second'],
			'tail',
			'keeps a blank line between two',
			source.replace('// second', '//\n    // second'),
		),
		tier(['first', 'second'], null, 'removes the one behind', source.replace(' // tail', '')),
		tier(['first', 'second'], ' end ', 'changes the one behind', source.replace('tail', 'end')),
		tier([], null, 'removes all', when('    tier is Gold\n    channel is app\n')),
		tier(['', ' \n '], '', 'takes blank lines for none', when('    tier is Gold\n    channel is app\n')),
	]);

	const shared = rule('  earn 10 earn 20 //x\n');
	table([
		row(
			'keeps the writing of those that stay',
			shared,
			'earn 20',
			['new'],
			'x',
			rule('  earn 10\n  // new\n  earn 20 //x\n'),
		),
		row('behind a clause breaks the line', shared, 'earn 10', [], 'new', rule('  earn 10 // new\n  earn 20 //x\n')),
		row(
			'above a clause that another one shares a line with breaks it too',
			'rule "R" { earn 10 }',
			'earn 10',
			['new'],
			null,
			'rule "R" {\n// new\nearn 10 }',
		),
		row(
			'leaves those alone that stand further away',
			rule('  // far\n\n  earn 10\n'),
			'earn 10',
			['near'],
			null,
			rule('  // far\n\n  // near\n  earn 10\n'),
		),
		row('refuses what is gone', shared, 'earn 10 earn', ['new'], null, 'refused: This clause is no longer in the text.'),
	]);
});
