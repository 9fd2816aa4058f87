import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ExclusiveClause, type ExclusiveDeclaration, type Plain, print } from '#grammar';
import { placesOfRules } from '../../document/rule-tracking.ts';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { nameNode, wordNode } from '../fragments.ts';
import classes from './pickers.module.css';

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
				label="Exclusive set"
				description={name === null ? 'Of the rules in one set at most one counts.' : aboutSet(canvas, name)}
				data={[
					{ value: NONE, label: 'In no set' },
					...known.map((value) => ({ value, label: value })),
					{ value: NEW, label: 'Create a set…' },
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
	const picks = declared?.picks.kind === 'word' ? `Picks ${declared.picks.text}` : 'Picks one rule';
	const others = placesOfRules(compilation.document).flatMap(({ rule }) => {
		const inSet = rule.clauses.some(
			({ kind, ...clause }) => kind === 'exclusive' && 'set' in clause && nameIn(clause.set) === name,
		);
		return inSet && rule.name.kind === 'name' && rule.name.text !== view.name ? [rule.name.text] : [];
	});
	return others.length === 0 ? `${picks}; no other rule is in it.` : `${picks}, against ${others.join(', ')}.`;
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
			`Create exclusive set ${wanted}`,
		);
		if (done) onDone();
	};
	return (
		<fieldset className={classes['alternative']} aria-label="New exclusive set">
			<TextInput
				label="Name of the set"
				value={name}
				autoComplete="off"
				error={taken.includes(wanted) ? 'Another set is called so.' : null}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label="Which rule counts"
				value={picks}
				data={[
					{ value: 'highest points', label: 'Highest points' },
					{ value: 'highest priority', label: 'Highest priority' },
				]}
				onChange={setPicks}
			/>
			<Group justify="space-between" gap="xs">
				<Text className={classes['note']} />
				<Button size="compact-sm" disabled={wanted === '' || taken.includes(wanted)} onClick={create}>
					Create set
				</Button>
			</Group>
		</fieldset>
	);
}
