import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ExclusiveClause, type ExclusiveDeclaration, type Plain, print } from '#grammar';
import { placesOfRules } from '../../document/rule-tracking.ts';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { nameNode, wordNode } from '../fragments.ts';
import classes from './pickers.module.css';
import { says } from './says.ts';
import { inOneSlot } from '../parts.ts';

interface ExclusiveFieldProps {
	readonly exclusive: ExclusiveClause | null;
	/** A set of the program, or null for none. */
	readonly onChange: (name: string | null) => void;
}

const NONE = '\n';
const NEW = '\n\n';

/** The set of rules of which at most one counts: one that the program has, or a new one. */
export function ExclusiveField({ exclusive, onChange }: ExclusiveFieldProps) {
	const canvas = useCanvas();
	const [creating, setCreating] = useState(false);
	const name = exclusive?.set.kind === 'name' ? exclusive.set.text : null;
	const sets = canvas.scope.exclusives;
	const known = name !== null && !sets.includes(name) ? [...sets, name] : sets;
	const choose = (value: string | null) => {
		if (value === NEW) setCreating(true);
		else if (value !== null) onChange(value === NONE ? null : value);
	};
	return (
		<>
			<Select
				label={says.exclusive}
				description={name === null ? says.exclusiveHint : aboutSet(canvas, name)}
				data={[
					{ value: NONE, label: says.inNoSet },
					...known.map((value) => ({ value, label: value })),
					{ value: NEW, label: says.createSetMore },
				]}
				value={name ?? NONE}
				allowDeselect={false}
				openOnFocus={false}
				comboboxProps={{ withinPortal: false }}
				onChange={choose}
			/>
			{creating && <NewSet taken={sets} onDone={() => setCreating(false)} />}
		</>
	);
}

/** How a set picks, and which other rules are in it. */
export function aboutSet({ compilation, view }: CanvasValue, name: string): string {
	const declared = compilation.symbols.exclusives.get(name);
	const picks = declared?.picks.kind === 'word' ? declared.picks.text : 'one';
	const others = placesOfRules(compilation.document).flatMap(({ rule }) => {
		const inSet = rule.clauses.some(
			({ kind, ...clause }) => kind === 'exclusive' && 'set' in clause && nameIn(clause.set) === name,
		);
		return inSet && rule.name.kind === 'name' && rule.name.text !== view.name ? [rule.name.text] : [];
	});
	return others.length === 0 ? says.alone[picks] : says.against[picks]({ rules: inOneSlot(others) });
}

function nameIn(set: ExclusiveClause['set']): string | null {
	return set.kind === 'name' ? set.text : null;
}

/** A new set with this rule in it, as one step. */
function NewSet({ taken, onDone }: { readonly taken: readonly string[]; readonly onDone: () => void }) {
	const canvas = useCanvas();
	const [name, setName] = useState('');
	const [picks, setPicks] = useState<'highest points' | 'highest priority'>('highest points');
	const wanted = name.trim();
	const create = () => {
		const declared: Plain<ExclusiveDeclaration> = {
			kind: 'exclusive-declaration',
			name: nameNode(wanted),
			picks: wordNode(picks),
		};
		const use = print({ kind: 'exclusive', set: nameNode(wanted) } satisfies Plain<ExclusiveClause>);
		const done = canvas.perform(
			[
				{ kind: 'set-clause', declaration: canvas.declaration, clause: 'exclusive', text: use },
				{ kind: 'add-exclusive', text: print(declared) },
			],
			says.createExclusive({ name: wanted }),
		);
		if (done) onDone();
	};
	return (
		<fieldset className={classes['alternative']} aria-label={says.newSet}>
			<TextInput
				label={says.setName}
				value={name}
				autoComplete="off"
				error={taken.includes(wanted) ? says.setTaken : null}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label={says.whichCounts}
				value={picks}
				data={[
					{ value: 'highest points', label: says.picks['highest points'] },
					{ value: 'highest priority', label: says.picks['highest priority'] },
				]}
				onChange={setPicks}
			/>
			<Group justify="space-between" gap="xs">
				<Text className={classes['note']} />
				<Button size="compact-sm" disabled={wanted === '' || taken.includes(wanted)} onClick={create}>
					{says.createSet}
				</Button>
			</Group>
		</fieldset>
	);
}
