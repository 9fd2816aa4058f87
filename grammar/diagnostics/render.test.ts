import { describe, expect, it } from 'vitest';
import { problem } from './catalogue.ts';
import { phrase } from './phrases.ts';
import { relatedAt } from './problem.ts';
import { renderProblem } from './render.ts';

/** The problem over the stretch between two `|`, rendered. */
function rendered(marked: string): string {
	const [before = '', inside = '', after = ''] = marked.split('|');
	const span = { start: before.length, end: before.length + inside.length };
	return renderProblem(before + inside + after, problem('stray-brace', span, undefined), { file: 'x.earn' });
}

describe('a rendered problem', () => {
	it('shows where it is, what is wrong and what to do', () => {
		expect(rendered('one\n  two |}|')).toBe(
			[
				'error[stray-brace]: This `}` closes nothing.',
				'  ╭─ x.earn:2:7',
				'  │',
				'2 │   two }',
				'  │       ^',
				'  ╰─ Remove it.',
			].join('\n'),
		);
	});

	it('shows a second place', () => {
		const text = 'tier Gold\n\n\n\n\n\n\n\n\ntier Gold';
		const related = relatedAt({ start: 5, end: 9 }, phrase('The first one is here.'));
		const found = problem('duplicate-name', { start: 23, end: 27 }, { noun: phrase('tier'), name: 'Gold' }, { related });
		expect(renderProblem(text, found, { file: 'x.earn' }).split('\n').slice(2)).toEqual([
			'   │',
			'10 │ tier Gold',
			'   │      ^^^^',
			' 1 │ tier Gold',
			'   │      ---- The first one is here.',
			'   ╰─ Give one of them another name.',
		]);
	});

	it.each([
		['an empty stretch', 'ab||', '  │   ^'],
		['a tab', '\ta\t|b|', '  │ \t \t^'],
		['wide characters', '日本|é|', '  │     ^'],
		['a letter and its accent', 'e\u0301|x|', '  │  ^'],
		['a stretch over several lines', '|ab\r\ncd|', '  │ ^^'],
		['a control character', 'a|\u001b|b', '  │  ^'],
	])('marks the right columns after %s', (_, marked, line) => {
		expect(rendered(marked).split('\n')[4]).toBe(line);
	});

	it('shows a control character as a dot', () => {
		expect(rendered('a|\u001b[2J|b')).toContain('1 │ a·[2Jb');
	});

	it('cuts a long line around the fault', () => {
		const lines = rendered(`${'x'.repeat(500)}|}|${'y'.repeat(500)}`).split('\n');
		expect(lines[3]).toBe(`1 │ ${'x'.repeat(20)}}${'y'.repeat(99)}`);
		expect(lines[4]).toBe(`  │ ${' '.repeat(20)}^`);
	});
});
