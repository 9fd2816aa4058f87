import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { CampaignDeclaration, RuleDeclaration } from '#grammar';
import type { Path } from '#compiler/edits';
import { placesOfRules } from '../../../document/rule-tracking.ts';
import { useReading, useWorkspace } from '../../../document/workspace.tsx';
import classes from './rules-of-group.module.css';
import { words } from '../words.ts';

/** A rule by its name, and where it stands. */
export interface NamedRule {
	readonly name: string;
	readonly rule: RuleDeclaration;
	readonly declaration: Path;
	/** The campaign that it stands in. */
	readonly campaign: CampaignDeclaration | null;
}

/** The rules of the program that have a name. */
export function useNamedRules(): readonly NamedRule[] {
	const { document } = useReading();
	return placesOfRules(document).flatMap(({ rule, declaration, campaign }) =>
		rule.name.kind === 'name' ? [{ name: rule.name.text, rule, declaration, campaign }] : [],
	);
}

interface RulesOfGroupProps {
	readonly label: string;
	readonly rules: readonly NamedRule[];
	/** What is shown where there is none. */
	readonly none: string;
	/** Those that could be put in. */
	readonly others: readonly NamedRule[];
	readonly addLabel: string;
	readonly onAdd: (rule: NamedRule) => void;
	readonly onTakeOut: (rule: NamedRule) => void;
}

/** The rules of a campaign or of a set: each with the way to its picture, and out of the group; and the way in for others. */
export function RulesOfGroup({ label, rules, none, others, addLabel, onAdd, onTakeOut }: RulesOfGroupProps) {
	const { program } = useWorkspace();
	const id = useId();
	const [search, setSearch] = useState('');
	return (
		<section aria-labelledby={id} className={classes['rules']}>
			<h3 id={id} className={classes['label']}>
				{label}
			</h3>
			{rules.length === 0 ? (
				<p className={classes['none']}>{none}</p>
			) : (
				<ul className={classes['list']}>
					{rules.map((placed) => (
						<li key={placed.name} className={classes['rule']}>
							<Link to="/programs/$program/rules/$name" params={{ program, name: placed.name }} className={classes['link']}>
								<bdi>{placed.name}</bdi>
							</Link>
							<Tooltip label={words.groups.takeOut}>
								<ActionIcon
									size={24}
									aria-label={words.groups.takeOutNamed({ name: placed.name })}
									onClick={() => onTakeOut(placed)}
								>
									<IconX size={14} aria-hidden />
								</ActionIcon>
							</Tooltip>
						</li>
					))}
				</ul>
			)}
			<Select
				maw={420}
				aria-label={addLabel}
				placeholder={addLabel}
				searchable
				openOnFocus={false}
				disabled={others.length === 0}
				data={others.map(({ name }) => name)}
				value={null}
				searchValue={search}
				onSearchChange={setSearch}
				onChange={(chosen) => {
					// Nothing stays chosen: the rule stands above then.
					setSearch('');
					const rule = others.find(({ name }) => name === chosen);
					if (rule) onAdd(rule);
				}}
			/>
		</section>
	);
}
