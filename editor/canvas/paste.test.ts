import { describe, expect, it } from 'vitest';
import { applyEdits } from '#grammar';
import { compile } from '#compiler';
import { planOperations } from '#compiler/edits';
import type { CanvasValue } from './canvas-context.ts';
import { cardText } from './clipboard.ts';
import { conditionAt } from './condition-actions.ts';
import { pasteOf } from './paste.ts';
import { projectRule } from './project.ts';
import { head, readRule } from './testing/random-rules.ts';
import { elementsOf, type RuleElement, type RuleView } from './view.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
type Choose = (view: RuleView) => RuleElement | null;
const condition =
	(...path: number[]): Choose =>
	(view) =>
		conditionAt(view, path);
const anywhere: Choose = () => null;

function drawn(text: string) {
	const read = readRule(text);
	return { ...read, view: projectRule(read.rule, read.compilation) };
}

/** The rule after a paste, or why nothing was pasted. */
function pasted(rule: string, at: Choose, text: string): string {
	const { compilation, declaration, view } = drawn(rule);
	const found = pasteOf(text, at(view), { compilation, declaration, view });
	if (!found.ok) return found.reason.replace('Nothing was pasted. ', '');
	const planned = planOperations(compilation.source, compilation.document, found.wish, 'Paste');
	if (!planned.ok) throw new Error(planned.reason);
	return applyEdits(compilation.source, planned.edits).slice(head.length);
}

/** What a card puts on the clipboard. */
function copied(text: string, choose: Choose): string {
	const { compilation, view } = drawn(text);
	return cardText({ compilation, view } as CanvasValue, choose(view) as RuleElement);
}

const rule = (...lines: string[]) =>
	`rule "R" {\n  when {\n    tier is Gold\n    any {\n      on Sat\n    }\n  }\n${lines.join('\n')}\n}`;

describe('a pasted text', () => {
	it('of a condition goes behind the one that it is pasted at, into a group, or to the end', () => {
		expect(pasted(rule(), condition(0), 'channel is app')).toContain('tier is Gold\n    channel is app\n    any {');
		expect(pasted(rule(), condition(1), 'channel is app')).toContain('on Sat\n      channel is app\n    }');
		expect(pasted(rule(), condition(1, 0), 'channel is app')).toContain('on Sat\n      channel is app\n    }');
		expect(pasted(rule(), anywhere, 'channel is app')).toContain('    }\n    channel is app\n  }');
	});

	it('of several conditions brings all of them in their order, each with its comments', () => {
		const text = '// first\nchannel is app // tail\n\n// second\nspend "Food" >= 5\n// last';
		const after = pasted(rule(), condition(0), text);
		expect(after).toContain(
			'tier is Gold\n    // first\n    // tail\n    channel is app\n    // second\n    // last\n    spend "Food" >= 5\n    any {',
		);
	});

	it('of a `when` adds its conditions to those that there are', () => {
		const after = pasted(rule(), condition(0), '// why\nwhen {\n  channel is app // in it\n}');
		expect(after).toContain('any {\n      on Sat\n    }\n    // why\n    // in it\n    channel is app\n  }');
		expect(pasted('rule "R" { earn 1 }', anywhere, 'when { channel is app }')).toBe(
			'rule "R" { when { channel is app } earn 1 }',
		);
	});

	it('of clauses adds them where they usually stand', () => {
		const after = pasted(rule('  earn 1'), condition(0), 'limit 5 points per day\nearn 2 // more\nmultiply points by 2');
		expect(after).toMatch(/earn 1\n {2}\/\/ more\n {2}earn 2\n {2}multiply points by 2\n {2}limit 5 points per day\n}$/);
	});

	it('of a cart filter goes to those of the program, once', () => {
		const filter = 'filter "Tea" = items in category "Tea"';
		const { compilation, declaration, view } = drawn(rule());
		const found = pasteOf(filter, null, { compilation, declaration, view });
		expect(found).toMatchObject({ ok: true, wish: [{ kind: 'add-filter', text: filter }] });
		expect(pasted(rule(), anywhere, 'filter "Food"   = items in category "Food"')).toBe(
			'This program has the cart filter `Food` already.',
		);
		expect(pasted(rule(), anywhere, 'filter "Food" = total')).toMatch(/^Another cart filter is called `Food`/);
	});

	it('replaces what a rule has once only on its own card', () => {
		const described = rule('  about "Old"');
		expect(pasted(described, anywhere, 'about "New"')).toMatch(/^The rule has its description already/);
		expect(pasted(described, (view) => view.note, 'about "New"')).toContain('about "New"');
		expect(pasted(rule(), anywhere, 'priority 3')).toContain('priority 3');
	});

	it.each([
		['', 'The clipboard holds no text.'],
		['hello', '`hello` is no condition, no clause of a rule and no cart filter.'],
		['see you tomorrow', '`see you tomorrow` is no condition, no clause of a rule and no cart filter.'],
		['Dear `you`,\n thank you for all that you bought from us.', /^`Dear you, thank you for all that you bou…` is no/],
		['weather is rain', 'This program has no attribute `weather`; declare it first.'],
		['any { tier is Gold not { weather is rain } }', 'This program has no attribute `weather`; declare it first.'],
		['tier iz Gold', 'Found `iz`; expected `is`. Did you mean `is`?'],
		['earn', /^After `earn` something is missing/],
		['always', '`always` holds for every purchase, so it changes nothing.'],
		['when always', 'This `when` holds no condition.'],
		['rule "S" { earn 1 }', '`rule` cannot stand in a rule: paste it into the text.'],
		['tier is Gold }\nearn 5 when {', /./],
		['} rule "S" { earn 1', /./],
	])('that is no part of a rule changes nothing and says why: %j', (text, why) => {
		const { compilation, declaration, view } = drawn(rule());
		expect(pasteOf(text, null, { compilation, declaration, view }).ok).toBe(false);
		expect(pasted(rule(), anywhere, text)).toMatch(typeof why === 'string' ? new RegExp(`^${escaped(why)}$`) : why);
	});
});

describe('a copied card', () => {
	const written = `rule "R" {
  status enabled
  // when it counts
  active until 2026-12-31 // the year
  when {
    // far

    // near
    any {
      on Sat // day
    } // behind
  }
  // points
  earn "Food" * 2
}`;

	it.each<[string, Choose]>([
		['// near\nany {\n  on Sat // day\n} // behind', condition(0)],
		['on Sat // day', condition(0, 0)],
		['// points\nearn "Food" * 2', (view) => view.points[0] ?? null],
		['// when it counts\nactive until 2026-12-31 // the year\nstatus enabled', (view) => view.schedule],
		['filter "Food" = items in category "Food"', (view) => view.filters[0] ?? null],
		['', (view) => view.transaction],
		['', (view) => view.result],
	])('is its text with its comments: %j', (text, choose) => {
		expect(copied(written, choose)).toBe(text);
	});

	it('pastes as it was, with every comment, into another rule', () => {
		const { compilation, view } = drawn(written);
		for (const element of elementsOf(view)) {
			const text = cardText({ compilation, view } as CanvasValue, element);
			if (text === '' || element.kind === 'filter') continue;
			const after = compile(head + pasted('rule "R" { }', anywhere, text)).document;
			const comments = text.match(/\/\/ \w+( \w+)*/g) ?? [];
			expect(after.comments.map((comment) => comment.text).toSorted()).toEqual(comments.toSorted());
		}
	});
});
