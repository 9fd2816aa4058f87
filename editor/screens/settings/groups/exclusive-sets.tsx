import { Select } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { type ExclusiveDeclaration, print } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { nameNode, wordNode } from '../../../canvas/fragments.ts';
import { freeName } from '../../../document/free-name.ts';
import { withoutMarks } from '../../../messages/message.ts';
import { AddButton } from '../parts/add-button.tsx';
import { clauseOf, type Declared, declarationsOf } from '../parts/declared.ts';
import { DeclarationCard } from '../parts/declaration-card.tsx';
import { NameInput } from '../parts/name-input.tsx';
import { type NamedRule, RulesOfGroup, useNamedRules } from './rules-of-group.tsx';
import { SettingCard, SettingRow } from '../parts/setting-card.tsx';
import { useListFocus } from '../parts/use-list-focus.ts';
import { type OpenedCard, useOpenedCard } from '../parts/use-opened-card.ts';
import { useRemoval } from '../parts/use-removal.ts';
import { words } from '../words.ts';

const PICKS = ['highest points', 'highest priority'] as const;

/** The sets of rules of which at most one counts. */
export function ExclusiveSets() {
	const { compilation, perform, scope } = useEditing();
	const opened = useOpenedCard();
	const { item, adder, focusAt } = useListFocus();
	const { groups } = words;
	const sets = declarationsOf(compilation.document, 'exclusive-declaration');
	const add = () => {
		const name = freeName(withoutMarks(groups.setName), scope.exclusives);
		const text = print({ kind: 'exclusive-declaration', name: nameNode(name), picks: wordNode('highest points') });
		if (!perform({ kind: 'add-exclusive', text })) return;
		opened.open(name);
		focusAt(sets.length, 'input');
	};
	return (
		<>
			<SettingCard
				title={groups.sets}
				about={sets.length === 0 ? groups.noSets : groups.setsAbout}
				Icon={IconArrowsSplit2}
				spans={[]}
				aside={<AddButton label={groups.newSet} onAdd={add} marks={adder} />}
			/>
			{sets.map((declared, index) => (
				<div key={declared.path} {...item}>
					<ExclusiveSet declared={declared} opened={opened} onRemoved={() => focusAt(index)} />
				</div>
			))}
		</>
	);
}

interface ExclusiveSetProps {
	readonly declared: Declared<ExclusiveDeclaration>;
	readonly opened: OpenedCard;
	readonly onRemoved: () => void;
}

function ExclusiveSet({ declared: { part, path }, opened, onRemoved }: ExclusiveSetProps) {
	const { perform, scope } = useEditing();
	const remove = useRemoval();
	const rules = useNamedRules();
	const { groups } = words;
	const name = part.name.kind === 'name' ? part.name.text : words.frame.unnamed;
	const picks = part.picks.kind === 'word' ? part.picks.text : null;
	const inside = rules.filter((each) => setOf(each) === name);
	const setPicks = (next: (typeof PICKS)[number]) => {
		const text = print({ kind: 'exclusive-declaration', name: part.name, picks: wordNode(next) });
		perform({ kind: 'set-exclusive', declaration: path, text });
	};
	const put = ({ declaration }: NamedRule, into: boolean) => {
		const text = into ? print({ kind: 'exclusive', set: nameNode(name) }) : null;
		perform({ kind: 'set-clause', declaration, clause: 'exclusive', text });
	};
	return (
		<DeclarationCard
			name={name}
			about={picks && groups.picksOf[picks]}
			Icon={IconArrowsSplit2}
			spans={[part.span]}
			facts={[groups.rules({ count: inside.length })]}
			opened={opened.name === name}
			onToggle={() => opened.toggle(name)}
			onRemove={() => remove({ kind: 'remove-exclusive', declaration: path }, name) && onRemoved()}
		>
			<SettingRow>
				<NameInput
					label={groups.name}
					value={part.name.kind === 'name' ? name : ''}
					taken={scope.exclusives}
					onCommit={(wanted) => {
						const done = perform({ kind: 'rename-exclusive', declaration: path, name: wanted });
						if (done) opened.open(wanted);
						return done;
					}}
				/>
				<Select
					label={groups.picks}
					data={PICKS.map((value) => ({ value, label: groups.picksOf[value] }))}
					value={picks}
					allowDeselect={false}
					openOnFocus={false}
					onChange={(next) => next !== null && setPicks(next)}
				/>
			</SettingRow>
			<RulesOfGroup
				label={groups.inSet}
				rules={inside}
				none={groups.noneInSet}
				others={rules.filter((each) => setOf(each) === null)}
				addLabel={groups.putInSet}
				onAdd={(rule) => put(rule, true)}
				onTakeOut={(rule) => put(rule, false)}
			/>
		</DeclarationCard>
	);
}

/** The set that a rule is in; null for none. */
function setOf({ rule }: NamedRule): string | null {
	const clause = clauseOf(rule.clauses, 'exclusive');
	return clause?.set.kind === 'name' ? clause.set.text : null;
}
