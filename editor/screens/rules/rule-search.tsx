import { Button, Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Backticks } from '../../panels/backticks.tsx';
import type { QueryFault } from './rule-query.ts';
import type { RuleRow } from './rows.ts';
import classes from './rule-search.module.css';
import { type QuerySuggestion, suggestionsAt } from './search-suggestions.ts';
import { words } from './words.ts';

interface RuleSearchProps {
	readonly search: string;
	/** All rules of the program: what they use is suggested. */
	readonly rows: readonly RuleRow[];
	readonly onSearch: (search: string) => void;
}

// A field over a list of what it may go on with.
const role = { role: 'combobox', 'aria-autocomplete': 'list' } as const;

/** The search of the list of rules: words and operators, which are suggested while one types. */
export function RuleSearch({ search, rows, onSearch }: RuleSearchProps) {
	const field = useRef<HTMLInputElement>(null);
	const [caret, setCaret] = useState(search.length);
	const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
	const suggestions = combobox.dropdownOpened ? suggestionsAt(search, Math.min(caret, search.length), rows) : [];
	const type = (typed: string, at: number) => {
		onSearch(typed);
		setCaret(at);
		combobox.resetSelectedOption();
		combobox.openDropdown();
	};
	const take = (suggestion: QuerySuggestion | undefined) => {
		if (!suggestion) return;
		type(suggestion.search, suggestion.caret);
		// The field shows the new search with the next rendering, and would put the caret at its end.
		requestAnimationFrame(() => field.current?.setSelectionRange(suggestion.caret, suggestion.caret));
	};
	return (
		<Combobox store={combobox} onOptionSubmit={(at) => take(suggestions[Number(at)])} shadow="md">
			<Combobox.Target>
				<TextInput
					ref={field}
					{...role}
					aria-expanded={suggestions.length > 0}
					className={classes['search']}
					leftSection={<IconSearch size={16} aria-hidden />}
					placeholder={words.searchPlaceholder}
					aria-label={words.search}
					type="search"
					autoComplete="off"
					spellCheck={false}
					value={search}
					onChange={({ currentTarget }) =>
						type(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)
					}
					onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
					onClick={() => combobox.openDropdown()}
					onBlur={() => combobox.closeDropdown()}
				/>
			</Combobox.Target>
			<Combobox.Dropdown hidden={suggestions.length === 0}>
				<Combobox.Options aria-label={words.query.suggestions}>
					{suggestions.map(({ written, doc }, at) => (
						<Combobox.Option key={written} value={String(at)} className={classes['option']}>
							<bdi className={classes['written']}>{written}</bdi>
							<span className={classes['doc']}>{doc}</span>
						</Combobox.Option>
					))}
				</Combobox.Options>
			</Combobox.Dropdown>
		</Combobox>
	);
}

/** What in a search means nothing, with what is meant instead. */
export function SearchFaults({ faults, onSearch }: { faults: readonly QueryFault[]; onSearch: (search: string) => void }) {
	return (
		<output>
			{faults.map(({ message, mend }) => (
				<div key={message} className={classes['fault']}>
					<Text size="sm">
						<Backticks text={message} />
					</Text>
					{mend === null ? null : (
						<Button size="compact-sm" variant="light" onClick={() => onSearch(mend.search)}>
							<bdi>{mend.label}</bdi>
						</Button>
					)}
				</div>
			))}
		</output>
	);
}
