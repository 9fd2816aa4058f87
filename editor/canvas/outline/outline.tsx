import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { alternativeId } from '../card-actions.ts';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { addAlternative } from '../condition-actions.ts';
import { spokenRow, worst } from '../nodes/card.tsx';
import { CardMenu } from '../nodes/card-menu.tsx';
import { CardPopover } from '../nodes/card-popover.tsx';
import { conditionSpoken } from '../nodes/condition-card.tsx';
import { conditionIcons, elementIcons } from '../nodes/icons.ts';
import { LampRow, lampWords } from '../nodes/lamp.tsx';
import { RawBody } from '../nodes/raw-body.tsx';
import { AddMenu } from '../nodes/add-menu.tsx';
import { openCard } from '../open-card.ts';
import { conditionLamp, resultWords, sampleAmount, sampleValue, scheduleLamp } from '../trace.ts';
import { actionsOf } from '../card-actions.ts';
import { groupTitle } from '../sentences.ts';
import { isGroup, type RuleElement } from '../view.ts';
import { OutlineAdd } from './outline-add.tsx';
import { type OutlineItem, outlineOf, visibleItems } from './outline-items.ts';
import classes from './outline.module.css';
import { localDigits } from '../../messages/digits.ts';
import { directionOfText } from '../../messages/language.ts';
import { says } from '../says.ts';

/** The rule as a tree of lines with the same pickers, menus and keys as its cards. */
export function Outline() {
	const canvas = useCanvas();
	const { view, readOnly } = canvas;
	const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
	const items = useMemo(() => visibleItems(outlineOf(view, readOnly), closed), [view, readOnly, closed]);
	const flip = (id: string) => {
		const next = new Set(closed);
		if (!next.delete(id)) next.add(id);
		setClosed(next);
	};
	// The line that the Tab key reaches is there even where the active card is hidden in a closed one.
	const reached = items.some(({ id }) => id === canvas.activeId) ? canvas.activeId : (items[0]?.id ?? '');
	return (
		<div className={classes['frame']}>
			<div
				role="tree"
				aria-label={says.outlineOf({ name: view.name })}
				aria-describedby="rule-in-words"
				className={classes['tree']}
				tabIndex={-1}
				onKeyDown={(event) => walkOutline(event, canvas, items, closed, flip)}
			>
				{items.map((item) =>
					item.kind === 'add' ? (
						<OutlineAdd key={item.id} item={item} isReached={reached === item.id} />
					) : (
						<Line
							key={item.id}
							item={item}
							isReached={reached === item.id}
							isClosed={closed.has(item.id)}
							onFlip={() => flip(item.id)}
						/>
					),
				)}
			</div>
		</div>
	);
}

/** Up and down along the lines that are seen, left and right out of a branch and into it. Other keys are those of the cards. */
function walkOutline(
	event: KeyboardEvent,
	canvas: CanvasValue,
	items: readonly OutlineItem[],
	closed: ReadonlySet<string>,
	flip: (id: string) => void,
): void {
	const target = event.target as Element;
	const id = target.getAttribute('data-card');
	if (!id || event.altKey || event.ctrlKey || event.metaKey || target.closest('[data-canvas-popover]')) return;
	const at = items.findIndex((item) => item.id === id);
	const item = items[at];
	if (!item) return;
	const inward = canvas.arrangement.mirrored ? 'ArrowLeft' : 'ArrowRight';
	const outward = canvas.arrangement.mirrored ? 'ArrowRight' : 'ArrowLeft';
	const isOpen = item.isBranch && !closed.has(id);
	let next: string | null | undefined;
	if (event.key === 'ArrowDown') next = items[at + 1]?.id;
	else if (event.key === 'ArrowUp') next = items[at - 1]?.id;
	else if (event.key === 'Home') next = items[0]?.id;
	else if (event.key === 'End') next = items.at(-1)?.id;
	else if (event.key === inward && item.isBranch) next = isOpen ? items[at + 1]?.id : (flip(id), null);
	else if (event.key === outward) next = isOpen ? (flip(id), null) : item.parent;
	else if (event.key === 'Enter' && item.kind !== 'add' && item.isBranch) next = (flip(id), null);
	else return;
	event.preventDefault();
	if (next) canvas.focusCard(next);
}

interface LineProps {
	readonly item: Exclude<OutlineItem, { kind: 'add' }>;
	readonly isReached: boolean;
	readonly isClosed: boolean;
	readonly onFlip: () => void;
}

function Line({ item, isReached, isClosed, onFlip }: LineProps) {
	const canvas = useCanvas();
	const line = useRef<HTMLDivElement>(null);
	const { id, level, place, count, isBranch } = item;
	const tree = {
		role: 'treeitem',
		'aria-level': level,
		'aria-posinset': place,
		'aria-setsize': count,
		...(isBranch && { 'aria-expanded': !isClosed }),
		tabIndex: isReached ? 0 : -1,
		'data-card': id,
		'data-level': level,
		className: classes['line'],
		style: { paddingInlineStart: 8 + (level - 1) * 22 },
		onFocus: () => canvas.activate(id),
	} as const;
	const chevron = (
		// The arrow keys do the same from the line itself.
		// oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
		<span
			className={classes['chevron']}
			data-open={!isClosed || undefined}
			aria-hidden
			onClick={isBranch ? onFlip : undefined}
		>
			{isBranch && <IconChevronRight size={14} />}
		</span>
	);
	if (item.kind === 'stage') {
		return (
			<div
				{...tree}
				aria-label={says.stage({ title: item.title, counted: counted(id, canvas) })}
				aria-selected={false}
				data-stage
			>
				{chevron}
				{/* Blanks keep the words of a line apart for whoever reads it as one text. */}
				<span className={classes['stage']}>{item.title}</span>{' '}
				<span className={classes['aside']}>{counted(id, canvas)}</span>
			</div>
		);
	}
	const { element } = item;
	return (
		<>
			<div
				ref={line}
				{...tree}
				aria-label={lineName(canvas, element)}
				aria-selected={canvas.selectedId === id}
				data-health={element.health}
				data-severity={worst(element.problems)}
				data-selected={canvas.selectedId === id || undefined}
			>
				{chevron}
				<ElementLine element={element} />
				<CardMenu element={element} />
			</div>
			<CardPopover element={element} card={line} />
			{element.kind === 'condition' && !isGroup(element) && <HiddenAlternative element={element} />}
		</>
	);
}

function counted(stage: string, { view }: CanvasValue): string {
	if (stage === 'stage-conditions') {
		return view.conditions.length === 0 ? says.everyTransactionCounted : localDigits(String(view.conditions.length));
	}
	if (stage === 'stage-points') return view.points.length + view.multipliers.length === 0 ? says.nothingYet : '';
	return stage === 'stage-limits' && view.limits.length === 0 ? says.none : '';
}

/** What a line says: its picture, its sentence, what the sample showed, and what is wrong. */
function ElementLine({ element }: { readonly element: RuleElement }) {
	const canvas = useCanvas();
	const Icon = element.kind === 'condition' ? conditionIcons[element.condition.kind] : elementIcons[element.kind];
	const isText = element.kind === 'text' || (element.kind === 'condition' && element.condition.kind === 'raw');
	const edit = actionsOf(canvas.view, element, canvas.declaration).edit;
	const words = wordsOf(element);
	// What stands as it was written keeps its own direction.
	const direction = isText ? 'auto' : directionOfText();
	const errors = element.problems.length;
	return (
		<>
			<Icon size={16} stroke={1.75} aria-hidden className={classes['icon']} />
			{isText && canvas.enteredId === element.id ? (
				<span className={classes['text']}>
					<RawBody id={element.id} span={element.span} source={element.source} />
				</span>
			) : canvas.readOnly || edit === null ? (
				<bdi dir={direction} className={classes['words']}>
					{words}
				</bdi>
			) : (
				<button type="button" tabIndex={-1} className={classes['words']} onClick={() => openCard(canvas, element.id, edit)}>
					<bdi dir={direction}>{words}</bdi>
				</button>
			)}{' '}
			{element.remarks.length > 0 && (
				<bdi className={classes['remarks']} title={element.remarks.join('\n')}>
					{commentOf(element)}
				</bdi>
			)}{' '}
			{errors > 0 && <span className={classes['problems']}>{says.problems({ count: errors })}</span>}{' '}
			<Verdict element={element} />
		</>
	);
}

function wordsOf(element: RuleElement): string {
	if (element.kind === 'condition' && isGroup(element)) {
		return groupTitle(element.condition.kind, element.inner.length);
	}
	if (element.kind === 'note') return element.text || says.addDescription;
	if (element.kind === 'transaction') return says.startWith({ event: element.title });
	if (element.kind === 'text' || element.health === 'raw') return element.source;
	return element.label;
}

function Verdict({ element }: { readonly element: RuleElement }) {
	const { trace } = useCanvas();
	if (!trace) return null;
	if (element.kind === 'condition') return <LampRow lamp={conditionLamp(trace, element.path)} />;
	if (element.kind === 'schedule') return <LampRow lamp={scheduleLamp(trace)} />;
	const words = valueOf(element, trace);
	return words === null ? null : <span className={classes['aside']}>{words}</span>;
}

function valueOf(element: RuleElement, trace: NonNullable<CanvasValue['trace']>): string | null {
	if (element.kind === 'points') return sampleValue(trace, element.index)?.words ?? null;
	if (element.kind === 'filter') return sampleAmount(trace, element.name);
	return element.kind === 'result' ? resultWords(trace) : null;
}

/** What stands beside a clause in the text. */
function commentOf({ remarks }: RuleElement): string | null {
	return remarks.length === 0 ? null : says.commentSaid({ comment: remarks.join(' ') });
}

/** What is read aloud of a line: where it stands, all that it shows in the order in which it does, and then what it does not show. */
function lineName(canvas: CanvasValue, element: RuleElement): string {
	const { label, health, problems } = element;
	const [standing = null, verdict = null] = saidOf(canvas, element);
	const shown = wordsOf(element);
	const isSaid = label.includes(shown);
	return spokenRow([
		standing,
		isSaid ? label : shown,
		commentOf(element),
		problems.length === 0 ? null : says.problems({ count: problems.length }),
		verdict,
		health === 'incomplete' ? says.notComplete : null,
		isSaid ? null : label,
	]);
}

function saidOf(canvas: CanvasValue, element: RuleElement): (string | null)[] {
	const { trace } = canvas;
	if (element.kind === 'condition') return conditionSpoken(canvas, element);
	if (!trace) return [];
	if (element.kind === 'schedule') return [null, says.inSample({ what: lampWords(scheduleLamp(trace)) })];
	const words = valueOf(element, trace);
	return words === null ? [] : [null, says.inTheSample({ what: words })];
}

/** The list of alternatives of a line, which its menu and its key open. */
function HiddenAlternative({ element }: { readonly element: Extract<RuleElement, { kind: 'condition' }> }) {
	const canvas = useCanvas();
	const id = alternativeId(element.id);
	return (
		<div className={classes['alternative']} aria-hidden>
			<AddMenu
				id={id}
				returnTo={element.id}
				label={says.kinds.alternatives}
				of="conditions"
				className={classes['add']}
				onAdd={({ text }) =>
					canvas.perform(addAlternative(canvas.view, element, canvas.declaration, text), says.addAlternative)
				}
			>
				{says.orMore}
			</AddMenu>
		</div>
	);
}
