import { IconListCheck, IconPlus, IconReceipt, IconStar } from '@tabler/icons-react';
import { type Construct, conditionPalette, effectPalette, type Scope } from '#compiler/service';
import { ADD_CONDITION_ID, ADD_LIMIT_ID, ADD_POINTS_ID } from '../card-actions.ts';
import { useCanvas } from '../canvas-context.ts';
import { limitNode } from '../fragments.ts';
import { widthOf } from '../layout.ts';
import { print } from '#grammar';
import { conditionLamp } from '../trace.ts';
import { AddMenu } from './add-menu.tsx';
import { ConditionCard } from './condition-card.tsx';
import { conditionIcons } from './icons.ts';
import { LimitCard } from './limit-card.tsx';
import { PointsCard } from './points-card.tsx';
import { Port } from './ports.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './stages.module.css';

/** The lane that holds the conditions: all of them must hold. */
export function LaneNode() {
	const canvas = useCanvas();
	const { view, arrangement, scope, declaration, readOnly } = canvas;
	const { conditions } = view;
	const choices = conditionPalette
		.filter(({ kind }) => kind !== 'always')
		.map((row) => ({
			key: row.key,
			title: row.title,
			doc: row.doc,
			Icon: conditionIcons[row.kind],
			...offered(row, scope),
		}));
	return (
		<section className={classes['stage']} style={{ width: widthOf('lane', arrangement) }} aria-label="Conditions">
			<Port id="flow-in" kind="flow" end="in" />
			<div className={classes['box']}>
				<div className={classes['heading']}>
					<span className={classes['icon']}>
						<IconListCheck size={16} stroke={1.75} aria-hidden />
					</span>
					<p className={classes['title']}>
						{conditions.length > 1
							? `All of these (${conditions.length})`
							: conditions.length === 1
								? 'Condition'
								: 'Conditions'}
					</p>
					<LaneSummary />
				</div>
				{conditions.length === 0 ? (
					<div className={classes['empty']}>
						<strong>Every transaction qualifies</strong>
						<span>Add a condition to narrow it.</span>
					</div>
				) : (
					<ul className={classes['cards']}>
						{conditions.map((element) => (
							<ConditionCard key={element.id} element={element} />
						))}
					</ul>
				)}
				{!readOnly && (
					<AddMenu
						id={ADD_CONDITION_ID}
						label="Kinds of conditions"
						choices={choices}
						className={classes['add']}
						onAdd={(text) => canvas.perform({ kind: 'add-condition', declaration, text })}
					>
						<IconPlus size={16} aria-hidden />
						Add condition
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
	const held = view.conditions.filter(({ index }) => conditionLamp(trace, index) === 'holds').length;
	const all = held === view.conditions.length;
	return <span className={classes['summary']}>{all ? 'All hold' : `${held} of ${view.conditions.length} hold`}</span>;
}

/** What members get: every earn of the rule, added up. */
export function PointsNode() {
	const canvas = useCanvas();
	const { view, arrangement, scope, declaration, readOnly } = canvas;
	const choices = effectPalette.map((row) => ({
		key: row.shape,
		title: row.title,
		doc: row.doc,
		Icon: IconStar,
		...offered(row, scope),
	}));
	const add = (text: string) =>
		canvas.perform({ kind: 'set-clause', declaration, clause: 'earn', index: view.counts.earn, text });
	const empty = view.points.length === 0 && !view.texts.some(({ stage }) => stage === 'points');
	return (
		<section className={classes['stage']} style={{ width: widthOf('points', arrangement), gap: 8 }} aria-label="Points">
			<Port id="flow-in" kind="flow" end="in" />
			{view.points.map((element, at) => (
				<div key={element.id} className={classes['stage']} style={{ gap: 8 }}>
					{at > 0 && <span className={classes['plus']}>plus</span>}
					<PointsCard element={element} />
				</div>
			))}
			{(!readOnly || empty) && (
				<AddMenu
					id={ADD_POINTS_ID}
					label="Ways to earn"
					choices={choices}
					className={`${classes['add']} ${empty ? classes['slot'] : classes['quiet']}`}
					onAdd={add}
				>
					{empty ? (
						<>
							<IconReceipt size={20} aria-hidden />
							What do members get?
							<small>Choose how points are earned</small>
						</>
					) : (
						<>
							<IconPlus size={14} aria-hidden />
							Add more points
						</>
					)}
				</AddMenu>
			)}
			{view.emptyProblems.length > 0 && <ProblemList problems={view.emptyProblems} />}
			<Port id="points-out" kind="points" end="out" />
		</section>
	);
}

/** The limits of the rule, or the place for a first one. */
export function LimitsNode() {
	const canvas = useCanvas();
	const { view, arrangement, declaration, readOnly } = canvas;
	const add = () => {
		const text = print(limitNode('500'));
		canvas.perform({ kind: 'set-clause', declaration, clause: 'limit', index: view.counts.limit, text });
	};
	return (
		<section className={classes['stage']} style={{ width: widthOf('limits', arrangement), gap: 8 }} aria-label="Limits">
			<Port id="points-in" kind="points" end="in" />
			{view.limits.map((element) => (
				<LimitCard key={element.id} element={element} />
			))}
			{view.limits.length === 0 && (
				<button
					type="button"
					className={`${classes['add']} ${classes['slot']}`}
					data-card={ADD_LIMIT_ID}
					tabIndex={canvas.activeId === ADD_LIMIT_ID ? 0 : -1}
					disabled={readOnly}
					onFocus={() => canvas.activate(ADD_LIMIT_ID)}
					onClick={add}
				>
					<span>{view.counts.limit === 0 ? 'No limit' : 'No limit per transaction'}</span>
					<small>Cap the points of one transaction</small>
				</button>
			)}
			<Port id="points-out" kind="points" end="out" hop />
		</section>
	);
}

/** What a palette puts into the rule; nothing, and why, where the program lacks a name for it or it is not evaluated yet. */
function offered(row: Construct, scope: Scope): { readonly text: string | null; readonly needs: string | undefined } {
	if (!row.isEvaluated) return { text: null, needs: 'Not evaluated yet.' };
	return { text: row.fragment(scope), needs: row.needs };
}
