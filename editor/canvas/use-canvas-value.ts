import { type RefObject, useCallback, useMemo, useState } from 'react';
import { covers, type Span } from '#grammar';
import { type Compilation, currencyDecimals as decimalsOf, dateOfEpochDay, type LocalDate, localClock } from '#compiler';
import type { Operation } from '#compiler/edits';
import { currencyOf, scopeOf } from '#compiler/service';
import type { CanvasValue, Opened } from './canvas-context.ts';
import { timezoneOf } from './program-names.ts';
import type { RuleCanvasProps } from './rule-canvas.tsx';
import { traceOf } from './trace.ts';
import { useHeirFocus } from './use-active.ts';
import type { Drawing } from './use-drawing.ts';
import { useFocusCard, useFocusOnNew, useReveal } from './use-focus.ts';
import { elementsOf, type RuleView } from './view.ts';

/** What the canvas shares with its cards, and what it has to say. */
export interface CanvasState {
	readonly value: CanvasValue;
	/** Why the last operation was refused. */
	readonly notice: string | null;
	readonly dismiss: () => void;
	/** The newest words for whoever cannot see what moved. */
	readonly spoken: string;
}

/** Gathers what the cards share: names, trace, focus, what is open, and how changes are made. */
export function useCanvasValue(
	frame: RefObject<HTMLDivElement | null>,
	drawing: Drawing,
	props: RuleCanvasProps,
): CanvasState {
	const { compilation, catalog, declaration, explanation, selection, onGoToText, onFix } = props;
	const { view, arrangement, activeId, setActiveId, heirId, stale } = drawing;
	const [opened, open] = useState<Opened>(null);
	const [enteredId, enter] = useState<string | null>(null);
	const focusCard = useFocusCard(frame);
	const expectNew = useFocusOnNew(view, focusCard, open);
	const { perform, notice, dismiss, spoken } = usePerform(props.perform, expectNew);
	const names = useNames(props);
	const trace = useMemo(() => traceOf(compilation, declaration, explanation), [compilation, declaration, explanation]);
	const selectedId = selection ? elementAt(view, selection) : null;
	useReveal(frame, selectedId);
	useHeirFocus(heirId, focusCard);
	const activate = (id: string) => {
		setActiveId(id);
		if (enteredId !== id) enter(null);
	};
	const value: CanvasValue = {
		view,
		compilation,
		catalog,
		...names,
		declaration,
		trace,
		arrangement,
		readOnly: (props.readOnly ?? false) || stale,
		activeId,
		selectedId,
		enteredId,
		opened,
		activate,
		enter,
		open,
		focusCard,
		perform,
		applyFix: onFix ?? null,
		goToText: onGoToText,
	};
	return { value, notice, dismiss, spoken };
}

/** What the program and its catalogue know by name, and the day that is today for them. */
function useNames({ compilation, catalog, nowMs }: RuleCanvasProps) {
	const [openedMs] = useState(() => nowMs ?? Date.now());
	return useMemo(() => {
		const today = todayIn(compilation, openedMs);
		const currency = currencyOf(compilation.document) ?? '';
		const scope = scopeOf(compilation.document, catalog, today);
		return { today, currency, currencyDecimals: decimalsOf(currency) ?? 2, scope };
	}, [compilation, catalog, openedMs]);
}

function todayIn(compilation: Compilation, nowMs: number): LocalDate | null {
	const clock = localClock(timezoneOf(compilation));
	return clock && dateOfEpochDay(clock(nowMs).day);
}

/** Does operations, and says what came of them. */
function usePerform(performOnDocument: RuleCanvasProps['perform'], expectNew: () => void) {
	const [notice, setNotice] = useState<string | null>(null);
	const [spoken, setSpoken] = useState('');
	const perform = useCallback(
		(operation: Operation): boolean => {
			if (operation.kind === 'add-condition') expectNew();
			const done = performOnDocument(operation);
			setNotice(done.ok ? null : done.reason);
			if (done.ok) setSpoken(wordsFor(operation));
			return done.ok;
		},
		[performOnDocument, expectNew],
	);
	const dismiss = useCallback(() => setNotice(null), []);
	return { perform, notice, dismiss, spoken };
}

function wordsFor(operation: Operation): string {
	if (operation.kind === 'add-condition') return 'Condition added';
	if (operation.kind === 'remove-condition') return 'Condition removed';
	if (operation.kind === 'move-condition') return `Moved to position ${operation.to + 1}`;
	return 'text' in operation && !operation.text ? 'Removed' : 'Changed';
}

/** The innermost element that a place of the text lies in; cart filters are declared elsewhere and have no place in the rule. */
function elementAt(view: RuleView, selection: Span): string | null {
	const found = elementsOf(view).filter(
		({ kind, source, span }) => kind !== 'filter' && source !== '' && covers(span, selection),
	);
	return found.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]?.id ?? null;
}
