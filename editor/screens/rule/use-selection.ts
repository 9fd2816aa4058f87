import { useCallback, useEffect, useState } from 'react';
import { mapOffset, type Span } from '#grammar';
import { useWorkspace } from '../../document/workspace.tsx';
import type { TextTarget } from '../../monaco/text-editor.tsx';

/** What is selected, by which view. */
export interface Selected {
	readonly span: Span;
	readonly from: 'canvas' | 'text' | 'problem';
}

/** The one selection that canvas and text share. It stays on its words while the text around it changes. */
export function useSelection(initialAt: number | undefined): {
	readonly selected: Selected | null;
	readonly select: (span: Span, from: Selected['from']) => void;
	/** The place that the text view is asked to focus; a new object each time. */
	readonly target: TextTarget | null;
	readonly goToText: (span: Span) => void;
} {
	const { document } = useWorkspace();
	const [selected, setSelected] = useState<Selected | null>(() =>
		initialAt === undefined ? null : { span: { start: initialAt, end: initialAt }, from: 'problem' },
	);
	const [target, setTarget] = useState<TextTarget | null>(() =>
		initialAt === undefined ? null : { span: { start: initialAt, end: initialAt } },
	);
	useEffect(
		() =>
			document.onChange(({ edits }) =>
				setSelected((before) => {
					if (!before) return before;
					const { start, end } = before.span;
					return { ...before, span: { start: mapOffset(start, edits), end: mapOffset(end, edits) } };
				}),
			),
		[document],
	);
	const select = useCallback((span: Span, from: Selected['from']) => setSelected({ span, from }), []);
	const goToText = useCallback((span: Span) => {
		setSelected({ span, from: 'text' });
		setTarget({ span });
	}, []);
	return { selected, select, target, goToText };
}
