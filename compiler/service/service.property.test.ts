import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, covers, mapOffset, type Span } from '#grammar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compilation, compile } from '../compile.ts';
import { Chance } from '../edits/testing/chance.ts';
import { randomDocument } from '../edits/testing/documents.ts';
import { codeLenses } from './code-lenses.ts';
import { WHOLE } from './fixtures/whole.ts';
import { foldingRanges } from './folding.ts';
import { formatOnType } from './format-on-type.ts';
import { inlayHints } from './inlay-hints.ts';
import { definition, references } from './navigation.ts';
import { namesOf, type Occurrence } from './occurrences.ts';
import { quickFixes } from './quick-fixes.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRanges } from './selection.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature.ts';
import { documentSymbols, type OutlineSymbol } from './symbols.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

const DEMO = readFileSync(join(import.meta.dirname, '../../examples/bluebird-cafe/program.earn'), 'utf8');
const seed = Number(process.env['SEED'] ?? 20_260_207);

/** The demo with its end or a stretch of it missing, or a random document; and a caret in it. */
const texts = fc.oneof(
	fc.tuple(fc.nat(DEMO.length), fc.nat()).map(([end, caret]) => at(DEMO.slice(0, end), caret)),
	fc.tuple(fc.nat(DEMO.length), fc.nat(400), fc.nat()).map(([start, length, caret]) => {
		return at(DEMO.slice(0, start) + DEMO.slice(start + length), caret);
	}),
	fc.tuple(fc.nat(), fc.nat()).map(([own, caret]) => at(randomDocument(Chance.seeded(own)), caret)),
);

function at(text: string, caret: number): { readonly text: string; readonly caret: number } {
	return { text, caret: caret % (text.length + 1) };
}

function check(runs: number, law: (compilation: Compilation, caret: number) => void): void {
	fc.assert(
		fc.property(texts, ({ text, caret }) => law(compile(text), caret)),
		{ seed, numRuns: runs },
	);
}

function isInside({ source }: Compilation, { start, end }: Span): boolean {
	return 0 <= start && start <= end && end <= source.length;
}

describe('in any text, cut off anywhere', () => {
	test('everything is answered, and lies inside the text', () => {
		check(150, (compilation, caret) => {
			const target = prepareRename(compilation, caret);
			const found = definition(compilation, caret);
			const spans = [
				...(target.ok ? [target.span] : []),
				...(found ? [found.from, found.nameSpan, found.span] : []),
				...references(compilation, caret, { includeDeclaration: true }).map(({ span }) => span),
				...foldingRanges(compilation).map(({ span }) => span),
				...codeLenses(compilation).flatMap(({ span, places }) => [span, ...places]),
				...workspaceSymbols(compilation, '').flatMap(({ nameSpan, span }) => [nameSpan, span]),
				...inlayHints(compilation).map(({ offset }) => ({ start: offset, end: offset })),
			];
			expect(spans.filter((span) => !isInside(compilation, span))).toEqual([]);
			const help = signatureHelp(compilation, caret);
			expect(help === null || help.signatures[help.active]?.parameters[help.activeParameter] !== undefined).toBe(true);
		});
	});

	test('coloured words are sorted, do not overlap and stay on their line', () => {
		check(150, (compilation) => {
			let end = 0;
			for (const { span } of semanticTokens(compilation)) {
				expect(span.start).toBeGreaterThanOrEqual(end);
				expect(span.end).toBeGreaterThan(span.start);
				expect(compilation.source.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
				end = span.end;
			}
			expect(end).toBeLessThanOrEqual(compilation.source.length);
		});
	});

	test('a selection grows around the caret up to the whole text', () => {
		check(150, (compilation, caret) => {
			const steps = selectionRanges(compilation, caret);
			expect(steps.at(-1)).toEqual(compilation.source === '' ? undefined : { start: 0, end: compilation.source.length });
			let inner: Span = { start: caret, end: caret };
			for (const span of steps) {
				expect(covers(span, inner) && span.end - span.start > inner.end - inner.start).toBe(true);
				inner = span;
			}
		});
	});

	test('an outline lies inside what it is part of, and has names', () => {
		check(150, (compilation) => {
			const visit = (entries: readonly OutlineSymbol[], around: Span) => {
				let end = around.start;
				for (const { name, span, nameSpan, children } of entries) {
					expect(name).not.toBe('');
					expect(covers(around, span) && covers(span, nameSpan) && span.start >= end).toBe(true);
					end = span.end;
					visit(children, span);
				}
			};
			visit(documentSymbols(compilation), { start: 0, end: compilation.source.length });
		});
	});

	test('layout while one types changes blanks only, and none behind the caret’s line', () => {
		check(150, (compilation, caret) => {
			const { source } = compilation;
			for (const typed of ['}', '\n'] as const) {
				const edits = formatOnType(compilation, caret, typed);
				const after = applyEdits(source, edits);
				expect(after.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
				const end = /^[^\r\n]*/.exec(source.slice(caret))?.[0].length ?? 0;
				expect(edits.every(({ span }) => span.end <= caret + end)).toBe(true);
			}
		});
	});

	test('what is offered can be applied', () => {
		check(60, (compilation, caret) => {
			const anywhere = compilation.problems[caret % Math.max(1, compilation.problems.length)]?.span;
			for (const span of [{ start: caret, end: caret }, ...(anywhere ? [anywhere] : [])]) {
				for (const { edits, title } of quickFixes(compilation, span)) {
					expect(title).not.toBe('');
					expect(applyEdits(compilation.source, edits)).not.toBe(compilation.source);
				}
			}
		});
	});

	test('a rename there and back leads to where one was', () => {
		check(60, (compilation, caret) => {
			const names = namesOf(compilation.document).occurrences;
			const chosen = names[caret % Math.max(1, names.length)];
			const isAlone = names.filter((other) => other.declares && isSameName(other, chosen)).length === 1;
			if (!chosen || !isAlone) return;
			const { start } = chosen.name.span;
			const there = rename(compilation, start, 'a name that nobody has');
			if (!there.ok) return;
			const after = compile(applyEdits(compilation.source, there.edits));
			const back = rename(after, mapOffset(start, there.edits), chosen.name.text);
			expect(back.ok && spoken(applyEdits(after.source, back.edits))).toBe(spoken(compilation.source));
		});
	});
});

function isSameName(a: Occurrence, b: Occurrence | undefined): boolean {
	return a.kind === b?.kind && a.name.text === b.name.text;
}

/** A text without the quotes that a bare name got on the way and keeps. */
function spoken(text: string): string {
	return text.replaceAll('"', '');
}

test.each([
	['the demo', DEMO, 38],
	['the whole language', WHOLE, 31],
])('every name of %s can be changed, to any other and exactly back', (_what, text, least) => {
	const compilation = compile(text);
	const own = namesOf(compilation.document).occurrences.filter(({ kind, declares }) => declares && kind !== 'program');
	expect(own.length).toBeGreaterThanOrEqual(least);
	for (const { name } of own) {
		const { start } = name.span;
		const there = rename(compilation, start, 'اسم "جديد"');
		expect(there).toMatchObject({ ok: true });
		const after = compile(applyEdits(text, there.ok ? there.edits : []));
		expect(after.problems.map(({ code }) => code)).toEqual(compilation.problems.map(({ code }) => code));
		const back = rename(after, mapOffset(start, there.ok ? there.edits : []), name.text);
		expect(back.ok ? null : back.reason).toBeNull();
		expect(back.ok && applyEdits(after.source, back.edits)).toBe(text);
	}
});
