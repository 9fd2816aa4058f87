import { NavLink, Text } from '@mantine/core';
import { print, type Plain, type AmountCondition } from '#grammar';
import type { Operation } from '#compiler/edits';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { nameNode } from '../fragments.ts';
import { holderOf } from '../limit-holder.ts';
import {
	type ConditionElement,
	conditionsOf,
	type LimitElement,
	type MultiplyElement,
	type PointsElement,
	type RuleElement,
	type RuleView,
} from '../view.ts';
import { FilterField } from './filter-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { withFilterOf } from './with-filter.ts';
import { says } from './says.ts';

/** Which cart filter a card reads, or which cards read a filter: what dragging a wire would do. */
export function ConnectPicker({ element }: { readonly element: RuleElement }) {
	const canvas = useCanvas();
	const { id } = element;
	const close = () => {
		canvas.open(null);
		canvas.focusCard(id);
	};
	if (element.kind === 'filter') return <Targets id={id} name={element.name} onDone={close} />;
	if (!reads(element)) return null;
	const needs = element.kind === 'multiply' || isQuantity(element) ? 'items' : 'amount';
	return (
		<PickerFrame id={id} title={says.connectFilter}>
			<FilterField
				value={element.filter}
				needs={needs}
				isFirst
				use={(name) => connection(canvas, element, name)}
				onDone={close}
			/>
		</PickerFrame>
	);
}

function reads(element: RuleElement): element is Reader {
	const { kind } = element;
	return kind === 'condition' || kind === 'points' || kind === 'multiply' || kind === 'limit';
}

function isQuantity(element: RuleElement): boolean {
	return element.kind === 'condition' && element.condition.kind === 'quantity';
}

interface TargetsProps {
	readonly id: string;
	readonly name: string;
	readonly onDone: () => void;
}

function Targets({ id, name, onDone }: TargetsProps) {
	const canvas = useCanvas();
	const targets = targetsOf(canvas.view);
	return (
		<PickerFrame id={id} title={says.connectTo({ name })}>
			{targets.length === 0 && <Text size="sm">{says.nothingReads}</Text>}
			<div>
				{targets.map((target, at) => (
					<NavLink
						key={target.id}
						component="button"
						data-autofocus={at === 0 || undefined}
						label={target.label}
						disabled={target.filter === name}
						onClick={() => canvas.perform(connection(canvas, target, name)) && onDone()}
					/>
				))}
			</div>
		</PickerFrame>
	);
}

/** A card that reads a cart filter. */
type Reader = ConditionElement | PointsElement | MultiplyElement | LimitElement;

/** The cards that read a cart filter. */
function targetsOf(view: RuleView): Reader[] {
	const conditions = conditionsOf(view).filter(({ condition: { kind } }) => kind === 'spend' || kind === 'quantity');
	const limits = view.limits.filter(({ clause }) => clause.most.kind === 'limit-formula');
	return [...conditions, ...view.points, ...view.multipliers, ...limits];
}

/** What makes a card read a cart filter. */
function connection({ declaration }: CanvasValue, element: Reader, name: string): Operation {
	if (element.kind === 'condition') {
		const text = print({ ...element.condition, filter: nameNode(name) } as Plain<AmountCondition>);
		return { kind: 'set-condition', declaration, condition: element.path, text };
	}
	const clause = element.kind === 'points' ? 'earn' : element.kind;
	const holder = element.kind === 'limit' ? holderOf(declaration, element) : declaration;
	return { kind: 'set-clause', declaration: holder, clause, index: element.index, text: withFilterOf(element, name) };
}
