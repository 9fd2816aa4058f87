import { Select, TagsInput, Text, Checkbox } from '@mantine/core';
import { type AttributeCondition, mostDecimals, type Name, print, printName } from '#grammar';
import { unreachable } from '#compiler';
import type { Operation } from '#compiler/edits';
import type { ScopeAttribute } from '#compiler/service';
import { useCanvas } from '../canvas-context.ts';
import { nameNode, testNode, testOf } from '../fragments.ts';
import { ComparisonFields } from './comparison-fields.tsx';
import { NegationField } from './negation-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
import classes from './pickers.module.css';
import { says } from './says.ts';

interface AttributePickerProps {
	readonly id: string;
	readonly condition: AttributeCondition;
	readonly write: (text: string) => Operation;
}

/** A fact of the program's own, and the question that its type allows. */
export function AttributePicker({ id, condition, write }: AttributePickerProps) {
	const canvas = useCanvas();
	const { attributes } = canvas.scope;
	const known = attributes.find(({ name }) => name === condition.name.text) ?? null;
	// A date is asked for by the schedule only.
	const choices = attributes.filter(({ type }) => type !== 'date' && type !== null);
	const choose = (name: string) => {
		const chosen = attributes.find((attribute) => attribute.name === name);
		const text = chosen ? questionOf(chosen) : null;
		if (text !== null) canvas.perform(write(text));
	};
	return (
		<PickerFrame id={id} title={says.attribute} note={known ? noteOf(known) : says.notDeclared}>
			<Select
				label={says.attribute}
				data={choices.map(({ name }) => name)}
				value={known ? known.name : null}
				placeholder={condition.name.text}
				searchable={choices.length > 8}
				allowDeselect={false}
				openOnFocus={false}
				comboboxProps={{ withinPortal: false }}
				onChange={(name) => name !== null && choose(name)}
			/>
			{known && <Question attribute={known} condition={condition} write={write} />}
		</PickerFrame>
	);
}

function noteOf({ owner, type }: ScopeAttribute): string {
	return says.owners[owner ?? 'none']({ type: says.types[type ?? 'none'] });
}

/** The easiest question about an attribute; null about a date. */
function questionOf({ name, type, values }: ScopeAttribute): string | null {
	if (type === 'flag') return printName(name);
	if (type === 'number') return `${printName(name)} >= 1`;
	if (type === 'text') return `${printName(name)} is "…"`;
	return type === 'one of' && values[0] !== undefined ? `${printName(name)} is ${printName(values[0])}` : null;
}

type QuestionProps = Omit<AttributePickerProps, 'id'> & { readonly attribute: ScopeAttribute };

function Question({ attribute, condition, write }: QuestionProps) {
	const canvas = useCanvas();
	const { type } = attribute;
	const { test } = condition;
	switch (type) {
		case 'flag':
			return <Text className={classes['note']}>{says.flagNote}</Text>;
		case 'number':
			return (
				<ComparisonFields
					test={testOf(test)}
					decimals={mostDecimals}
					isFirst
					onChange={(next) => void canvas.perform(write(print({ ...condition, test: testNode(next) })))}
				/>
			);
		case 'one of':
		case 'text':
			return <Values {...{ attribute, condition, write }} />;
		case 'date':
		case null:
			return <Text className={classes['note']}>{says.dateNote}</Text>;
		default:
			return unreachable(type);
	}
}

/** Values to include or to exclude: of a list by boxes, of a text by typing. */
function Values({ attribute, condition, write }: QuestionProps) {
	const canvas = useCanvas();
	const { test } = condition;
	const written = test?.kind === 'attribute-is' ? test : null;
	const names = written?.values.filter((value): value is Name => value.kind === 'name') ?? [];
	const chosen = names.map(({ text }) => text);
	const change = (negated: boolean, values: readonly string[]) => {
		if (values.length === 0) return;
		const is = { kind: 'attribute-is', negated, values: values.map((value) => nameNode(value, names)) } as const;
		canvas.perform(write(print({ ...condition, test: is })));
	};
	const negated = written?.negated ?? false;
	return (
		<>
			<NegationField negated={negated} onChange={(wished) => change(wished, chosen)} />
			{attribute.type === 'one of' ? (
				<Checkbox.Group aria-label={says.values} value={chosen} onChange={(values) => change(negated, values)}>
					<div className={classes['options']}>
						{attribute.values.map((value, at) => (
							<Checkbox
								key={value}
								size="xs"
								className={classes['option']}
								data-autofocus={at === 0 || undefined}
								value={value}
								label={<bdi>{value}</bdi>}
							/>
						))}
					</div>
				</Checkbox.Group>
			) : (
				<TagsInput
					label={says.values}
					description={says.enterAdds}
					data-autofocus
					value={chosen}
					onChange={(values) => change(negated, values)}
				/>
			)}
		</>
	);
}
