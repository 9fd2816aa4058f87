import '@xyflow/react/dist/base.css';
import {
	type AriaLabelConfig,
	Background,
	BackgroundVariant,
	type NodeTypes,
	ReactFlow,
	ReactFlowProvider,
} from '@xyflow/react';
import { useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, lazy, memo, Suspense, useMemo, useRef } from 'react';
import type { QuickFix, RuleDeclaration, Span } from '#grammar';
import type { Catalog, Compilation, Explanation, Transaction } from '#compiler';
import type { Path } from '#compiler/edits';
import type { Wish } from '../document/perform.ts';
import { CanvasContext, type Performed } from './canvas-context.ts';
import { CardList } from './card-list.tsx';
import { copyCard, pasteIntoRule } from './clipboard.ts';
import { useDrag } from './drag/use-drag.ts';
import { EditingContext } from './editing.ts';
import { nodesOf } from './flow-nodes.ts';
import { handleCanvasKey } from './keys.ts';
import { CampaignFrame, CampaignLimits } from './nodes/campaign-card.tsx';
import { FilterCard, ResultCard, TransactionCard } from './nodes/edge-cards.tsx';
import { NoteCard } from './nodes/note-card.tsx';
import { Notices } from './nodes/notices.tsx';
import { ScheduleCard } from './nodes/schedule-card.tsx';
import { LaneNode, LimitsNode, PointsNode } from './nodes/stage-nodes.tsx';
import { TextCard } from './nodes/text-card.tsx';
import { WireEdge } from './nodes/wire-edge.tsx';
import { ViewToggle, ZoomControls } from './nodes/zoom-controls.tsx';
import { useCanvasValue } from './use-canvas-value.ts';
import { type Drawing, useDrawing, useFrame } from './use-drawing.ts';
import type { FlowNode } from './flow-nodes.ts';
import type { RuleElement } from './view.ts';
import classes from './rule-canvas.module.css';
import { says } from './says.ts';

/** What the canvas of a rule needs from the document around it. */
export interface RuleCanvasProps {
	readonly rule: RuleDeclaration;
	/** Where the rule stands in the document. */
	readonly declaration: Path;
	/** Another number for another rule; cards keep their focus and their pickers while it stays. */
	readonly identity: number;
	readonly compilation: Compilation;
	readonly catalog: Catalog | null;
	/** What the sample showed; null without a sample. */
	readonly explanation: Explanation | null;
	/** What is bought in the sample; null without one. */
	readonly transaction: Transaction | null;
	/** Where the text's selection is; the card it lies in is marked. */
	readonly selection: Span | null;
	/** A card was chosen: its clause. */
	readonly onSelect: (span: Span) => void;
	/** Someone asked to see a clause in the text. */
	readonly onGoToText: (span: Span) => void;
	readonly perform: (wish: Wish, label?: string) => Performed;
	/** Does a quick fix; without it none is offered. */
	readonly onFix?: (fix: QuickFix) => void;
	readonly colorScheme: 'light' | 'dark';
	readonly readOnly?: boolean;
	/** Milliseconds since 1970; by default the machine's clock when the canvas was opened. */
	readonly nowMs?: number;
}

/** The picture of one rule. Everything on it comes from the text, and every change goes back into it by `perform`. */
export function RuleCanvas(props: RuleCanvasProps) {
	return (
		<ReactFlowProvider>
			<Canvas {...props} />
		</ReactFlowProvider>
	);
}

// What is not seen at first comes when it is asked for.
const Outline = lazy(async () => ({ default: (await import('./outline/outline.tsx')).Outline }));
const CanvasOverlay = lazy(async () => ({ default: (await import('./overlays/overlay.tsx')).CanvasOverlay }));

const nodeTypes = {
	campaign: elementNode('campaign', CampaignFrame),
	note: elementNode('note', NoteCard),
	transaction: elementNode('transaction', TransactionCard),
	schedule: elementNode('schedule', ScheduleCard),
	text: elementNode('text', TextCard),
	filter: elementNode('filter', FilterCard),
	result: elementNode('result', ResultCard),
	'lane-stage': memo(LaneNode, shareNothing),
	'points-stage': memo(PointsNode, shareNothing),
	'limits-stage': memo(LimitsNode, shareNothing),
	'campaign-limits-stage': memo(CampaignLimits, shareNothing),
} satisfies NodeTypes;

const edgeTypes = { wire: WireEdge };

interface NodeProps {
	readonly data: FlowNode['data'];
}

function elementNode<K extends RuleElement['kind']>(
	kind: K,
	Component: (props: { element: Extract<RuleElement, { kind: K }> }) => React.ReactNode,
) {
	function ElementNode({ data }: NodeProps) {
		if (data.element?.kind !== kind) return null;
		return <Component element={data.element as Extract<RuleElement, { kind: K }>} />;
	}
	// The library hands on where a node stands, too; where it stands changes nothing in it.
	return memo(ElementNode, (before, after) => before.data.element === after.data.element);
}

/** Stages read the canvas themselves, and are drawn again when that changes. */
function shareNothing(): boolean {
	return true;
}

function Canvas(props: RuleCanvasProps) {
	const { frame, width } = useFrame();
	const [inOutline, setInOutline] = useLocalStorage({
		key: 'earnest-outline',
		defaultValue: false,
		getInitialValueInEffect: false,
	});
	const drawing = useDrawing(frame, width, props);
	const { value, notice, dismiss, spoken, overlay } = useCanvasValue(frame, drawing, props, inOutline);
	const press = (event: KeyboardEvent) => handleCanvasKey(event, value);
	const line = useRef<HTMLDivElement>(null);
	const pressCard = useDrag({ frame, line, canvas: value, onPan: drawing.keepViewport });
	const isList = drawing.arrangement.shape === 'list';
	return (
		<CanvasContext.Provider value={value}>
			<EditingContext.Provider value={value}>
				{/* The cards inside are what is operated; the frame only hears their keys. */}
				{/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
				<div
					ref={frame}
					className={classes['frame']}
					data-dimmed={drawing.stale || undefined}
					onKeyDown={press}
					onPointerDown={pressCard}
					onClick={(event) => drawing.selectAt(event.target)}
					onCopy={(event) => copyCard(event, value, false)}
					onCut={(event) => copyCard(event, value, true)}
					onPaste={(event) => pasteIntoRule(event, value)}
				>
					{inOutline ? (
						<Suspense>
							<Outline />
						</Suspense>
					) : isList ? (
						<CardList />
					) : (
						width > 0 && <Flow drawing={drawing} {...props} />
					)}
					<div ref={line} className={classes['landing']} hidden />
					<ViewToggle inOutline={inOutline} onChange={setInOutline} onKeys={() => value.show('keys')} />
					<Notices
						problems={drawing.view.problems}
						stale={drawing.stale}
						notice={notice}
						onDismiss={dismiss}
						spoken={spoken}
						goToText={() => props.onGoToText(props.rule.span)}
					/>
					{overlay !== null && (
						<Suspense>
							<CanvasOverlay overlay={overlay} />
						</Suspense>
					)}
				</div>
			</EditingContext.Provider>
		</CanvasContext.Provider>
	);
}

/** What the drawing library would say in English; a card says the rest itself. */
function ariaLabels(): Partial<AriaLabelConfig> {
	return {
		'node.a11yDescription.default': says.card,
		'edge.a11yDescription.default': says.wire,
	};
}

function Flow({ drawing, colorScheme }: { readonly drawing: Drawing } & Pick<RuleCanvasProps, 'colorScheme'>) {
	const { view, layout, sizes, dir } = drawing;
	const nodes = useMemo(() => nodesOf(view, layout, sizes, dir), [view, layout, sizes, dir]);
	return (
		<ReactFlow<FlowNode, (typeof drawing.wires)[number]>
			aria-label={says.picture({ name: view.name })}
			ariaLabelConfig={ariaLabels()}
			colorMode={colorScheme}
			nodes={nodes}
			edges={drawing.wires}
			nodeTypes={nodeTypes}
			edgeTypes={edgeTypes}
			onNodesChange={drawing.onNodesChange}
			onMoveStart={(event) => event && drawing.keepViewport()}
			minZoom={0.3}
			maxZoom={1.5}
			nodesDraggable={false}
			nodesConnectable={false}
			nodesFocusable={false}
			edgesFocusable={false}
			elementsSelectable={false}
			disableKeyboardA11y
			deleteKeyCode={null}
			selectionKeyCode={null}
			multiSelectionKeyCode={null}
			zoomActivationKeyCode={null}
			panActivationKeyCode={null}
			panOnScroll
			zoomOnScroll={false}
			zoomOnDoubleClick={false}
			noPanClassName="nopan"
		>
			<Background
				variant={BackgroundVariant.Dots}
				gap={20}
				size={1.5}
				color="var(--en-canvas-dot)"
				bgColor="var(--en-canvas)"
			/>
			<ZoomControls onFit={drawing.fit} />
		</ReactFlow>
	);
}
