import { print, printText } from '#grammar';
import type { Operation } from '#compiler/edits';
import { references } from '#compiler/service';
import { freeName } from '../../document/free-name.ts';
import type { CanvasValue } from '../canvas-context.ts';
import { type FilterDraft, filterNode } from './filter-draft.ts';

type Canvas = Pick<CanvasValue, 'view' | 'declaration' | 'compilation' | 'scope'>;

/** A changed copy of a filter, which this rule then uses instead, as one step. */
export function copyForRule(canvas: Canvas, name: string, draft: FilterDraft): readonly Operation[] {
	const { view, declaration, compilation } = canvas;
	const copy = freeName(`${name} (${view.name})`, canvas.scope.filters);
	const uses = usesInRule(canvas, name, copy);
	const add = { kind: 'add-filter', text: print(filterNode({ ...draft, name: copy })) } as const;
	const rule = compilation.source.slice(view.span.start, view.span.end);
	const text = uses.reduceRight((source, { start, end, text: written }) => {
		return source.slice(0, start - view.span.start) + written + source.slice(end - view.span.start);
	}, rule);
	return [{ kind: 'set-rule', declaration, text }, add];
}

/** Where the rule names the filter, in the order of the text, and what stands there for the copy. */
function usesInRule({ view: { span }, compilation }: Canvas, name: string, copy: string) {
	const declared = compilation.symbols.filters.get(name);
	const uses = declared ? references(compilation, declared.name.span.start, { includeDeclaration: false }) : [];
	return uses
		.map((use) => use.span)
		.filter(({ start }) => span.start <= start && start < span.end)
		.map(({ start, end }) => ({ start, end, text: printText(copy) }));
}
