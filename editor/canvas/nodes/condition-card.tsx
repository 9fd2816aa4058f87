import { IconPlus } from '@tabler/icons-react';
import type { Position } from '@xyflow/react';
import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { gutterSide } from '../arrangement.ts';
import { addIntoId, alternativeId } from '../card-actions.ts';
import { addAlternative } from '../condition-actions.ts';
import { canMove } from '../drag/drop.ts';
import { MovableBox } from '../drag/movable-box.tsx';
import { isDrawn } from '../drawn.ts';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { seenWords } from '../reason-words.ts';
import { says } from '../says.ts';
import { groupTitle } from '../sentences.ts';
import { conditionLamp, conditionTrace, planCondition } from '../trace.ts';
import { type ConditionElement, type GroupElement, isGroup } from '../view.ts';
import { AddMenu } from './add-menu.tsx';
import { Card, CardInWords, spokenName } from './card.tsx';
import classes from './condition-card.module.css';
import { conditionIcons } from './icons.ts';
import { LampRow, lampWords } from './lamp.tsx';
import { Port } from './ports.tsx';
import { RawBody } from './raw-body.tsx';
import { Sentence } from './sentence.tsx';
import { WithNames } from './with-names.tsx';
import { useHeightAway } from './use-height-away.ts';
import { words } from '../words.ts';

/** A list of conditions; between two of a group stands how they belong together. */
export function ConditionList({ elements, between }: { elements: readonly ConditionElement[]; between?: string }) {
	const canvas = useCanvas();
	const { view, arrangement, readOnly, isCrowded, trace, activate } = canvas;
	const wired = useMemo(() => new Set(view.wires.map(({ to }) => to)), [view]);
	const inUse = new Set([canvas.activeId, canvas.enteredId, canvas.opened?.id]);
	return (
		<ul className={classes['cards']}>
			{elements.map((element, at) => (
				<li key={element.id} className={classes['condition']}>
					{between !== undefined && at > 0 && <span className={classes['between']}>{between}</span>}
					{isGroup(element) ? (
						<GroupBox element={element} />
					) : (
						<NearCard
							{...{ element, isCrowded, trace, activate }}
							isInUse={inUse.has(element.id)}
							isMovable={!readOnly && canMove(view, element)}
							port={wired.has(element.id) ? gutterSide('condition', arrangement) : null}
						/>
					)}
				</li>
			))}
		</ul>
	);
}

/** What is said of a condition when it is read aloud: where it stands, and what its lamp says. */
export function conditionSpoken({ trace }: Pick<CanvasValue, 'trace'>, element: ConditionElement): (string | null)[] {
	const lamp = trace && conditionLamp(trace, element.path);
	const place = says.conditionPlace({ place: (element.path.at(-1) as number) + 1, count: element.siblings });
	return [place, lamp && says.inSample({ what: lampWords(lamp) })];
}

interface NearCardProps extends Pick<CanvasValue, 'isCrowded' | 'trace' | 'activate'> {
	readonly element: ConditionElement;
	/** It has the focus, or something of it is open. */
	readonly isInUse: boolean;
	readonly isMovable: boolean;
	/** Where the wire of its cart filter ends; null where it has none. */
	readonly port: Position | null;
}

/**
 * A condition as its card; in a crowd and out of view as its words alone. It is told what it needs of the canvas, so that of
 * hundreds only those are drawn again for which that changed.
 */
const NearCard = memo(function NearCard({ element, isCrowded, isInUse, isMovable, trace, activate, port }: NearCardProps) {
	const ref = useRef<HTMLDivElement>(null);
	const height = useHeightAway(ref, isCrowded);
	const name = useMemo(() => spokenName(element, conditionSpoken({ trace }, element)), [element, trace]);
	const isNear = height === null || isInUse;
	// The words that got the focus are gone with them: the card in their place takes it over.
	const tookFocus = useRef(false);
	const focus = useCallback(
		(id: string) => {
			tookFocus.current = true;
			activate(id);
		},
		[activate],
	);
	useLayoutEffect(() => {
		if (isNear && tookFocus.current) ref.current?.querySelector<HTMLElement>('[data-card]')?.focus({ preventScroll: true });
		tookFocus.current = false;
	}, [isNear]);
	return (
		<div ref={ref}>
			<MovableBox {...{ element, isMovable }} className={classes['own']}>
				{isNear ? <ConditionCard element={element} /> : <CardInWords {...{ element, name, height }} activate={focus} />}
				{port !== null && <Port id={`money-${element.id}`} kind="money" end="in" side={port} />}
			</MovableBox>
		</div>
	);
});

/** A condition in the lane: its sentence, what the sample showed, and its picker. */
function ConditionCard({ element }: { element: ConditionElement }) {
	const canvas = useCanvas();
	const { id, condition, parts, path } = element;
	const drawn = isDrawn(condition);
	const lamp = canvas.trace && conditionLamp(canvas.trace, path);
	const canOpen = drawn && condition.kind !== 'always' && !canvas.readOnly;
	return (
		<>
			<Card
				element={element}
				Icon={conditionIcons[condition.kind]}
				tone={drawn ? 'yes-no' : 'plain'}
				spoken={conditionSpoken(canvas, element)}
				flat
				{...(!drawn && { title: says.rawTitle })}
			>
				{drawn ? (
					<Sentence parts={parts} onOpen={canOpen ? () => canvas.open({ id, part: 'picker' }) : undefined} />
				) : (
					<RawBody id={id} span={element.span} source={element.source} />
				)}
				{lamp && condition.kind !== 'always' && <LampRow lamp={lamp}>{seenBy(canvas, element)}</LampRow>}
			</Card>
			{condition.kind !== 'always' && <AlternativeButton element={element} />}
		</>
	);
}

/** A group of conditions as a box: how they belong together, its verdict, and what is in it. */
function GroupBox({ element }: { element: GroupElement }) {
	const canvas = useCanvas();
	const { condition, inner, path } = element;
	const lamp = canvas.trace && conditionLamp(canvas.trace, path);
	return (
		<MovableBox
			element={element}
			isMovable={!canvas.readOnly && canMove(canvas.view, element)}
			className={classes['group']}
			kind={condition.kind}
		>
			<Card
				element={element}
				Icon={conditionIcons[condition.kind]}
				tone="yes-no"
				look="bare"
				title={groupTitle(condition.kind, inner.length)}
				spoken={conditionSpoken(canvas, element)}
				aside={
					lamp && (
						<span className={classes['verdict']}>
							<LampRow lamp={lamp} />
						</span>
					)
				}
			/>
			{inner.length === 0 ? (
				<p className={classes['empty']}>{says.nothingInIt}</p>
			) : (
				<ConditionList elements={inner} between={words.groups[condition.kind].between} />
			)}
			{!canvas.readOnly && <AddInto element={element} />}
		</MovableBox>
	);
}

function AddInto({ element }: { element: GroupElement }) {
	const canvas = useCanvas();
	const { declaration } = canvas;
	return (
		<AddMenu
			id={addIntoId(element.id)}
			label={says.kinds[element.condition.kind]}
			of="conditions"
			className={classes['add']}
			onAdd={({ text }) => canvas.perform({ kind: 'add-condition', declaration, text, into: element.path })}
		>
			<IconPlus size={14} aria-hidden />
			{element.condition.kind === 'any' ? says.addAlternative : says.addToGroup}
		</AddMenu>
	);
}

/** Adds an alternative to one condition; it shows itself where the pointer or the keyboard is. */
function AlternativeButton({ element }: { element: ConditionElement }) {
	const canvas = useCanvas();
	const id = alternativeId(element.id);
	if (canvas.readOnly) return null;
	return (
		<AddMenu
			id={id}
			returnTo={element.id}
			label={says.kinds.alternatives}
			of="conditions"
			className={classes['alternative']}
			onAdd={({ text }) =>
				canvas.perform(addAlternative(canvas.view, element, canvas.declaration, text), says.addAlternative)
			}
		>
			<IconPlus size={12} aria-hidden />
			{says.orMore}
		</AddMenu>
	);
}

function seenBy({ trace }: CanvasValue, { path, health }: ConditionElement) {
	const seen = trace && conditionTrace(trace, path);
	const condition = trace && planCondition(trace, path);
	if (!trace || !seen || !condition || health === 'raw') return undefined;
	return <WithNames text={seenWords(trace.plan, condition, seen)} />;
}
