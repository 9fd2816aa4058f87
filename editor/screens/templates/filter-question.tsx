import { Input, Select, TagsInput, TextInput } from '@mantine/core';
import { selectors } from '#compiler/service';
import type { FilterDraft, SelectorRow } from '../../canvas/filters/filter-draft.ts';
import { draftOfCategory } from './answers.ts';
import type { ProgramFacts } from './program-facts.ts';
import type { QuestionProps } from './question-field.tsx';
import type { FilterAnswer } from './questions.ts';
import classes from './template-form.module.css';
import { words } from './words.ts';

type FilterKind = 'filter' | 'items' | 'part';

// Names are quoted in values, so that no filter can be called like them.
const EVERYTHING = 'everything';
const NEW = 'new';
const quoted = (name: string) => `"${name}"`;

/** A choice among the cart filters of the program, with a new one made on the spot. */
export function FilterField({ kind, label, answers, facts, fault, onChange }: QuestionProps & { kind: FilterKind }) {
	const answer = answers[kind];
	const names = facts.filters.filter((each) => (kind === 'items' ? each.choosesItems : each.counts === 'money'));
	const isNew = answer?.from === 'here';
	const choose = (chosen: string | null) => {
		if (chosen === EVERYTHING) onChange({ part: null });
		else if (chosen === NEW) onChange({ [kind]: { from: 'here', draft: firstDraft(facts) } satisfies FilterAnswer });
		else if (chosen !== null) onChange({ [kind]: { from: 'program', name: chosen.slice(1, -1) } satisfies FilterAnswer });
	};
	return (
		<>
			<Select
				label={label}
				data={[
					...(kind === 'part' ? [{ value: EVERYTHING, label: words.everything }] : []),
					...names.map(({ name }) => ({
						value: quoted(name),
						label: kind === 'part' ? words.onlyPart({ filter: name }) : name,
					})),
					{ value: NEW, label: words.newFilter },
				]}
				value={answer === null ? EVERYTHING : isNew ? NEW : quoted(answer.name)}
				allowDeselect={false}
				searchable
				openOnFocus={false}
				error={isNew ? null : fault}
				onChange={choose}
			/>
			{isNew ? (
				<NewFilter
					draft={answer.draft}
					facts={facts}
					fault={fault}
					onChange={(draft) => onChange({ [kind]: { from: 'here', draft } satisfies FilterAnswer })}
				/>
			) : null}
		</>
	);
}

/** The first category that no filter is called like. */
function firstDraft({ scope }: ProgramFacts): FilterDraft {
	return draftOfCategory(scope.categories.find((category) => !scope.filters.includes(category)) ?? null);
}

interface NewFilterProps {
	readonly draft: FilterDraft;
	readonly facts: ProgramFacts;
	readonly fault: string | null;
	readonly onChange: (draft: FilterDraft) => void;
}

const kinds = selectors.map(({ by, title }) => ({ value: by, label: title }));

function NewFilter({ draft, facts: { scope }, fault, onChange }: NewFilterProps) {
	const row: SelectorRow = draft.include[0] ?? { by: 'category', names: [] };
	const known = { category: scope.categories, subcategory: scope.subcategories, combo: [], item: scope.items }[row.by];
	// A filter is mostly called like what it counts: until it has a name of its own, it is.
	const follow = (names: readonly string[]): FilterDraft => {
		const follows = draft.name === '' || draft.name === row.names[0];
		return { ...draft, include: [{ ...row, names }], ...(follows ? { name: names[0] ?? '' } : {}) };
	};
	return (
		<fieldset className={classes['newFilter']}>
			<legend className="en-hidden">{words.newFilter}</legend>
			<div className={classes['row']}>
				<Select
					label={words.filterBy}
					data={kinds}
					value={row.by}
					allowDeselect={false}
					openOnFocus={false}
					w={140}
					onChange={(by) => by !== null && onChange({ ...draft, include: [{ by, names: [] }] })}
				/>
				<TagsInput
					label={words.filterNames}
					className={classes['grow']}
					data={[...known]}
					value={[...row.names]}
					placeholder={row.names.length === 0 ? words.filterNamesHint : ''}
					limit={40}
					openOnFocus={false}
					acceptValueOnBlur
					onChange={(names) => onChange(follow(names))}
				/>
			</div>
			<TextInput
				label={words.filterName}
				value={draft.name}
				onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
			/>
			{fault === null ? null : <Input.Error role="alert">{fault}</Input.Error>}
		</fieldset>
	);
}
