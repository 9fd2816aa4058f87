import { IconListCheck, IconPlus, IconReceipt } from '@tabler/icons-react';
import { gutterSide } from '../arrangement.ts';
import { ADD_CONDITION_ID, ADD_LIMIT_ID, ADD_POINTS_ID } from '../card-actions.ts';
import { useCanvas } from '../canvas-context.ts';
import { canMove } from '../drag/drop.ts';
import { MovableBox } from '../drag/movable-box.tsx';
import { stageOf } from '../drag/seen.ts';
import { boxWidth } from '../layout.ts';
import { conditionLamp } from '../trace.ts';
import { AddMenu } from './add-menu.tsx';
import type { AddChoice } from './choices.ts';
import { ConditionList } from './condition-card.tsx';
import { LimitCard } from './limit-card.tsx';
import { MultiplyCard, PointsCard } from './points-card.tsx';
import { Port } from './ports.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './stages.module.css';
import { says } from '../says.ts';
import { groupTitle } from '../sentences.ts';

/** The lane that holds the conditions: all of them must hold. */
export function LaneNode() {
	const canvas = useCanvas();
	const { view, arrangement, declaration, readOnly } = canvas;
	const { conditions } = view;
	return (
		<section className={classes['stage']} style={{ width: boxWidth('lane', arrangement) }} aria-label={says.conditions}>
			<Port id="flow-in" kind="flow" end="in" />
			<div className={classes['box']} data-stage-of={stageOf.condition}>
				<div className={classes['heading']}>
					<span className={classes['icon']}>
						<IconListCheck size={16} stroke={1.75} aria-hidden />
					</span>
					<p className={classes['title']}>
						{conditions.length > 1
							? groupTitle('all', conditions.length)
							: conditions.length === 1
								? says.condition
								: says.conditions}
					</p>
					<LaneSummary />
				</div>
				{conditions.length === 0 ? (
					<div className={classes['empty']}>
						<strong>{says.everyTransaction}</strong>
						<span>{says.narrowIt}</span>
					</div>
				) : (
					<ConditionList elements={conditions} />
				)}
				{!readOnly && (
					<AddMenu
						id={ADD_CONDITION_ID}
						label={says.kinds.conditions}
						of="conditions"
						className={classes['add']}
						onAdd={({ text }) => canvas.perform({ kind: 'add-condition', declaration, text })}
					>
						<IconPlus size={16} aria-hidden />
						{says.addCondition}
					</AddMenu>
				)}
			</div>
			<Port id="flow-out" kind="flow" end="out" />
		</section>
	);
}

function LaneSummary() {
	const { trace, view } = useCanvas();
	if (!trace?.rule || view.conditions.length < 2) return null;
	const held = view.conditions.filter(({ path }) => conditionLamp(trace, path) === 'holds').length;
	const all = held === view.conditions.length;
	return (
		<span className={classes['summary']}>{all ? says.allHold : says.someHold({ held, count: view.conditions.length })}</span>
	);
}

/** What members get: every earn of the rule, added up, and what it multiplies. */
export function PointsNode() {
	const canvas = useCanvas();
	const { view, arrangement, declaration, readOnly } = canvas;
	const add = ({ key, text }: AddChoice & { readonly text: string }) => {
		const clause = key.startsWith('multiply') ? 'multiply' : 'earn';
		canvas.perform({ kind: 'set-clause', declaration, clause, index: view.counts[clause], text });
	};
	const effects = view.points.length + view.multipliers.length;
	const empty = effects === 0 && !view.texts.some(({ stage }) => stage === 'points');
	return (
		<section
			className={classes['stage']}
			style={{ width: boxWidth('points', arrangement), gap: 8 }}
			data-stage-of={stageOf.points}
			aria-label={says.points}
		>
			<Port id="flow-in" kind="flow" end="in" />
			{view.points.map((element, at) => (
				<div key={element.id} className={classes['stage']} style={{ gap: 8 }}>
					{at > 0 && <span className={classes['plus']}>{says.plus}</span>}
					<PointsCard element={element} />
				</div>
			))}
			{view.multipliers.map((element) => (
				<div key={element.id}>
					<MultiplyCard element={element} />
				</div>
			))}
			{(!readOnly || empty) && (
				<AddMenu
					id={ADD_POINTS_ID}
					label={says.kinds.effects}
					of="effects"
					className={`${classes['add']} ${empty ? classes['slot'] : classes['quiet']}`}
					onAdd={add}
				>
					{empty ? (
						<>
							<IconReceipt size={20} aria-hidden />
							{says.whatDoMembersGet}
							<small>{says.chooseHow}</small>
						</>
					) : (
						<>
							<IconPlus size={14} aria-hidden />
							{says.addPoints}
						</>
					)}
				</AddMenu>
			)}
			{view.emptyProblems.length > 0 && <ProblemList problems={view.emptyProblems} />}
			<Port id="points-out" kind="points" end="out" />
		</section>
	);
}

/** The limits of the rule, and the place for a further one. */
export function LimitsNode() {
	const canvas = useCanvas();
	const { view, arrangement, declaration, readOnly } = canvas;
	const empty = view.limits.length === 0;
	return (
		<section
			className={classes['stage']}
			style={{ width: boxWidth('limits', arrangement), gap: 8 }}
			data-stage-of={stageOf.limit}
			aria-label={says.limits}
		>
			<Port id="points-in" kind="points" end="in" />
			{view.limits.map((element) => (
				<div key={element.id} className={classes['effect']}>
					<MovableBox element={element} isMovable={!readOnly && canMove(view, element)}>
						<LimitCard element={element} />
					</MovableBox>
					{view.wires.some((wire) => wire.to === element.id) && (
						<Port
							id={`money-${element.id}`}
							kind="money"
							end="in"
							side={gutterSide('points', arrangement)}
							top={arrangement.shape === 'column' ? '50%' : 56}
						/>
					)}
				</div>
			))}
			{(!readOnly || empty) && (
				<AddMenu
					id={ADD_LIMIT_ID}
					label={says.kinds.limits}
					of="limits"
					className={`${classes['add']} ${empty ? classes['slot'] : classes['quiet']}`}
					onAdd={({ text }) =>
						canvas.perform({ kind: 'set-clause', declaration, clause: 'limit', index: view.counts.limit, text })
					}
				>
					{empty ? (
						<>
							<span>{says.noLimit}</span>
							<small>{says.capThem}</small>
						</>
					) : (
						<>
							<IconPlus size={14} aria-hidden />
							{says.addLimit}
						</>
					)}
				</AddMenu>
			)}
			<Port id="points-out" kind="points" end="out" hop />
		</section>
	);
}
