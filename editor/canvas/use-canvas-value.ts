import { shallowEqual } from '@mantine/hooks';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import { covers, type Span } from '#grammar';
import type { Operation } from '#compiler/edits';
import type { Wish } from '../document/perform.ts';
import type { CanvasValue, Notice, Opened, Overlay } from './canvas-context.ts';
import type { RuleCanvasProps } from './rule-canvas.tsx';
import { resultWords, traceOf } from './trace.ts';
import { useHeirFocus } from './use-active.ts';
import { useProgramNames } from './use-program-names.ts';
import type { Drawing } from './use-drawing.ts';
import { useFocusAtFirst, useFocusCard, useFocusOnNew, useOpenedInView, useReveal } from './use-focus.ts';
import { conditionsOf, elementsOf, type RuleView } from './view.ts';
import { says } from './says.ts';
import { words } from './words.ts';
import { refusalWords } from '../messages/refusal-words.ts';

/** What the canvas shares with its cards, and what it has to say. */
export interface CanvasState {
	readonly value: CanvasValue;
	/** Why the last operation was refused, or what else is to be said. */
	readonly notice: Notice | null;
	readonly dismiss: () => void;
	/** The newest words for whoever cannot see what moved. */
	readonly spoken: string;
	readonly overlay: Overlay;
}

/** From so many conditions on, drawing all of them is felt. */
const CROWD = 40;

/** Gathers what the cards share: names, trace, focus, what is open, and how changes are made. */
export function useCanvasValue(
	frame: RefObject<HTMLDivElement | null>,
	drawing: Drawing,
	props: RuleCanvasProps,
	inOutline: boolean,
): CanvasState {
	const { compilation, catalog, declaration, explanation, selection, onGoToText, onFix } = props;
	const { view, arrangement, activeId, setActiveId, heirId, stale } = drawing;
	const [opened, open] = useState<Opened>(null);
	const [enteredId, enter] = useState<string | null>(null);
	const focusCard = useFocusCard(frame);
	const expectNew = useFocusOnNew(view, focusCard, open);
	const { perform, notice, tell, dismiss, spoken, say } = usePerform(props.perform, expectNew);
	const [overlay, show] = useState<Overlay>(null);
	const names = useProgramNames(props);
	const { rule } = props;
	const trace = useMemo(() => traceOf(compilation, rule.span, explanation), [compilation, rule, explanation]);
	const selectedId = selection ? elementAt(view, selection) : null;
	useReveal(frame, selectedId);
	useOpenedInView(frame, opened, drawing.layout);
	useHeirFocus(heirId, focusCard);
	useFocusAtFirst(frame, activeId);
	const activate = useCallback(
		(id: string) => {
			setActiveId(id);
			enter((entered) => (entered === id ? entered : null));
		},
		[setActiveId],
	);
	const { transaction } = props;
	const isCrowded = useMemo(() => conditionsOf(view).length > CROWD, [view]);
	const readOnly = (props.readOnly ?? false) || stale;
	const zoomBy = inOutline || arrangement.shape === 'list' ? null : drawing.zoomBy;
	const simulate = useCallback(() => {
		focusCard(view.result.id);
		say(trace ? resultWords(trace) : words.noSample);
	}, [focusCard, say, view, trace]);
	const value = useSame<CanvasValue>({
		view,
		compilation,
		catalog,
		...names,
		declaration,
		trace,
		transaction,
		arrangement,
		isCrowded,
		readOnly,
		inOutline,
		activeId,
		selectedId,
		enteredId,
		opened,
		activate,
		enter,
		open,
		focusCard,
		perform,
		say,
		tell,
		show,
		simulate,
		zoomBy,
		applyFix: onFix ?? null,
		goToText: onGoToText,
	});
	return { value, notice, dismiss, spoken, overlay };
}

/** The same object as long as everything in it stays the same: while cards are measured and placed, none is drawn again. */
function useSame<T extends object>(value: T): T {
	const [kept, keep] = useState(value);
	if (shallowEqual(kept, value)) return kept;
	keep(value);
	return value;
}

/** Does operations, and says what came of them. */
function usePerform(performOnDocument: RuleCanvasProps['perform'], expectNew: (then: 'open' | 'focus') => void) {
	const [notice, tell] = useState<Notice | null>(null);
	const [spoken, say] = useState('');
	const perform = useCallback(
		(wish: Wish, label?: string, then: 'open' | 'focus' = 'open'): boolean => {
			const operations = 'kind' in wish ? [wish] : wish;
			const done = performOnDocument(wish, label);
			if (done.ok && operations.some(adds)) expectNew(then);
			tell(done.ok ? null : { tone: 'refused', words: refusalWords(done) });
			if (done.ok) say(label ?? wordsFor(operations));
			return done.ok;
		},
		[performOnDocument, expectNew],
	);
	const dismiss = useCallback(() => tell(null), []);
	return { perform, notice, tell, dismiss, spoken, say };
}

/** Says whether an operation may bring a card of its own. */
function adds(operation: Operation): boolean {
	return operation.kind === 'add-condition' || (operation.kind === 'set-clause' && operation.text !== null);
}

function wordsFor([first]: readonly Operation[]): string {
	if (!first) return '';
	if (first.kind === 'add-condition') return says.said.conditionAdded;
	if (first.kind === 'remove-condition') return says.said.conditionRemoved;
	if (first.kind === 'move-condition' || first.kind === 'move-clause') return says.said.moved({ place: first.to + 1 });
	if (first.kind === 'set-comments') return says.said.commentWritten;
	return 'text' in first && !first.text ? says.said.removed : says.said.changed;
}

/** The innermost element that a place of the text lies in; cart filters are declared elsewhere and have no place in the rule. */
function elementAt(view: RuleView, selection: Span): string | null {
	const found = elementsOf(view).filter(
		({ kind, source, span }) => kind !== 'filter' && kind !== 'campaign' && source !== '' && covers(span, selection),
	);
	return found.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]?.id ?? null;
}
