import { NavLink, Text } from '@mantine/core';
import { useCanvas } from '../canvas-context.ts';
import type { RuleElement } from '../view.ts';
import { connection, reads, targetsOf } from './connection.ts';
import { FilterField } from './filter-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
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
				use={(name) => connection(canvas.declaration, element, name)}
				onDone={close}
			/>
		</PickerFrame>
	);
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
						onClick={() => canvas.perform(connection(canvas.declaration, target, name)) && onDone()}
					/>
				))}
			</div>
		</PickerFrame>
	);
}
