import { useDirection } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type NodeChange, useUpdateNodeInternals } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FlowNode } from './flow-nodes.ts';
import { type Arrangement, arrangementFor } from './arrangement.ts';
import { type Layout, layoutRule, type Size } from './layout.ts';
import type { RuleCanvasProps } from './rule-canvas.tsx';
import { type Active, useActive } from './use-active.ts';
import { type Fit, useFit } from './use-fit.ts';
import { useView } from './use-view.ts';
import { elementsOf, type RuleView } from './view.ts';
import { litWires, type Wire, wiresOf } from './wires.ts';

/** The picture of a rule with its places, as it stands on the screen. */
export interface Drawing extends Active, Fit {
	readonly view: RuleView;
	/** The rule's head is broken: this is the last picture that was whole. */
	readonly stale: boolean;
	readonly arrangement: Arrangement;
	readonly dir: 'ltr' | 'rtl';
	readonly layout: Layout;
	readonly sizes: ReadonlyMap<string, Size>;
	readonly wires: Wire[];
	readonly onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
	/** Tells the document which card was pressed. */
	readonly selectAt: (target: EventTarget) => void;
}

/** Projects the rule, measures its cards and places them. `width` is the canvas's own, 0 before it is known. */
export function useDrawing(frame: RefObject<HTMLDivElement | null>, width: number, props: RuleCanvasProps): Drawing {
	const { view, stale } = useView(props);
	const { dir } = useDirection();
	const isNarrow = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
	const arrangement = useMemo(() => arrangementFor(width, dir === 'rtl', isNarrow), [width, dir, isNarrow]);
	const { sizes, onNodesChange } = useSizes();
	const active = useActive(view);
	const layout = useMemo(() => layoutRule(view, sizes, arrangement), [view, sizes, arrangement]);
	const placed = useMemo(() => wiresOf(view, layout, arrangement), [view, layout, arrangement]);
	const wires = useMemo(() => litWires(placed, active.activeId), [placed, active.activeId]);
	const fit = useFit(frame, layout, sizes.size > 0, arrangement);
	usePorts(view, placed, arrangement);
	const selectAt = (target: EventTarget) => {
		const id = (target as Element).closest('[data-card]')?.getAttribute('data-card');
		const element = elementsOf(view).find((candidate) => candidate.id === id);
		if (element) props.onSelect(element.span);
	};
	return { view, stale, arrangement, dir, layout, sizes, wires, onNodesChange, selectAt, ...active, ...fit };
}

/** The canvas's own element, and its width; 0 before it is known. */
export function useFrame(): { readonly frame: RefObject<HTMLDivElement | null>; readonly width: number } {
	const frame = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(0);
	useLayoutEffect(() => {
		const element = frame.current;
		if (!element) return undefined;
		// Known before the first paint, so that the picture need not wait for the next.
		setWidth(element.getBoundingClientRect().width);
		const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	return { frame, width };
}

/** What the cards measure, as the library reports it. */
function useSizes() {
	const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map());
	const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
		const measured = changes.flatMap((change) =>
			change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : [],
		);
		if (measured.length > 0) setSizes((old) => new Map([...old, ...measured]));
	}, []);
	return { sizes, onNodesChange };
}

/**
 * The library measures ports when a stage changes its size; they also move inside of it with another picture or arrangement, and
 * when a clause gets a wire. Not for every place that a stage takes: measuring has the browser place everything at once.
 */
function usePorts(view: RuleView, wires: readonly Wire[], arrangement: Arrangement): void {
	const update = useUpdateNodeInternals();
	const ends = JSON.stringify(wires.map(({ source, target }) => [source, target]));
	const drawn = useMemo(() => ({ view, arrangement, ends }), [view, arrangement, ends]);
	useEffect(() => update([...new Set((JSON.parse(drawn.ends) as string[][]).flat())]), [update, drawn]);
}
