import { Button, Checkbox, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { type MembershipCondition, type Name, print } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { withNames } from '../fragments.ts';
import { NegationField } from './negation-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
import classes from './pickers.module.css';
import { says } from './says.ts';

/** A name that the program declares. */
export interface NameChoice {
	readonly name: string;
	/** `#RRGGBB`, for tiers that have one. */
	readonly color: string | null;
}

interface NamesPickerProps {
	readonly id: string;
	readonly condition: MembershipCondition;
	readonly choices: readonly NameChoice[];
	/** The names as the program writes them, for their quotes. */
	readonly known: readonly Name[];
	readonly write: (text: string) => Operation;
}

/** From so many names on, a list can be searched. */
const SEARCH_FROM = 9;

/** Names of the program to include or to exclude. */
export function NamesPicker({ id, condition, choices, known, write }: NamesPickerProps) {
	const canvas = useCanvas();
	const [search, setSearch] = useState('');
	const title = says.names[condition.kind];
	const chosen = condition.names.flatMap((name) => (name.kind === 'name' ? [name.text] : []));
	const foreign = chosen.filter((name) => !choices.some((choice) => choice.name === name));
	const all = [...choices, ...foreign.map((name) => ({ name, color: null }))];
	const found = all.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
	const isLadder = condition.kind === 'tier';
	const change = (negated: boolean, names: readonly string[]) => {
		// The program's order is the easiest to read; a ladder of tiers has no other.
		const ordered = all.flatMap(({ name }) => (names.includes(name) ? [name] : []));
		if (ordered.length > 0) canvas.perform(write(print(withNames(condition, negated, ordered, known))));
	};
	const above = (name: string) =>
		choices.slice(choices.findIndex((choice) => choice.name === name)).map((each) => each.name);
	return (
		<PickerFrame id={id} title={title} note={chosen.length === 1 ? says.oneMustStay : undefined}>
			<NegationField negated={condition.negated} onChange={(negated) => change(negated, chosen)} />
			{all.length >= SEARCH_FROM && (
				<TextInput
					aria-label={says.search}
					placeholder={says.search}
					leftSection={<IconSearch size={14} aria-hidden />}
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
			)}
			{all.length === 0 && <Text className={classes['note']}>{says.noNames[condition.kind]}</Text>}
			<Checkbox.Group aria-label={title} value={chosen} onChange={(names) => change(condition.negated, names)}>
				<div className={classes['options']}>
					{found.map(({ name, color }, at) => (
						<div key={name} className={classes['optionRow']}>
							<Checkbox
								className={classes['option']}
								size="xs"
								data-autofocus={(chosen[0] === undefined ? at === 0 : name === chosen[0]) || undefined}
								value={name}
								label={
									<>
										{color && <span className={classes['swatch']} style={{ background: color }} />}
										<bdi>{name}</bdi>
										{foreign.includes(name) && ` ${says.notInProgram}`}
									</>
								}
							/>
							{isLadder && !foreign.includes(name) && above(name).length > 1 && (
								<Button
									variant="subtle"
									color="gray"
									size="compact-xs"
									aria-label={says.namedAndAbove({ name })}
									onClick={() => change(condition.negated, above(name))}
								>
									{says.andAbove}
								</Button>
							)}
						</div>
					))}
				</div>
			</Checkbox.Group>
		</PickerFrame>
	);
}
