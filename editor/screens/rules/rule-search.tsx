import { Button, Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
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

/** The search of the list of rules: words and operators, which are suggested while one types. */
export function RuleSearch({ search, rows, onSearch }: RuleSearchProps) {
	const field = useRef<HTMLInputElement>(null);
	const id = useId();
	const [caret, setCaret] = useState(search.length);
	const [wanted, setWanted] = useState(false);
	const [active, setActive] = useState(-1);
	const suggestions = wanted ? suggestionsAt(search, Math.min(caret, search.length), rows) : [];
	const opened = suggestions.length > 0;
	const combobox = useCombobox({ opened, onOpenedChange: setWanted });
	const type = (typed: string, at: number) => {
		onSearch(typed);
		setCaret(at);
		setWanted(true);
		setActive(-1);
	};
	const take = (suggestion: QuerySuggestion | undefined) => {
		if (!suggestion) return;
		type(suggestion.search, suggestion.caret);
		// The field shows the new search with the next rendering, and would put the caret at its end.
		requestAnimationFrame(() => field.current?.setSelectionRange(suggestion.caret, suggestion.caret));
	};
	const press = (event: KeyboardEvent) => {
		const count = suggestions.length;
		if (event.key === 'ArrowDown') {
			setWanted(true);
			setActive(count === 0 ? 0 : (active + 1) % count);
		} else if (event.key === 'ArrowUp' && opened) setActive(active <= 0 ? count - 1 : active - 1);
		else if (event.key === 'Enter' && opened && active >= 0) take(suggestions[active]);
		// Another Escape empties the field, as in any search.
		else if (event.key === 'Escape' && opened) setWanted(false);
		else return;
		event.preventDefault();
	};
	// The field's own keys, which begin with nothing chosen, in place of the library's.
	const role = {
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-expanded': opened,
		'aria-controls': opened ? `${id}-list` : undefined,
		'aria-activedescendant': opened && active >= 0 ? `${id}-${active}` : undefined,
	} as const;
	return (
		<Combobox store={combobox} onOptionSubmit={(at) => take(suggestions[Number(at)])} shadow="md">
			<Combobox.Target withKeyboardNavigation={false} withAriaAttributes={false}>
				<TextInput
					ref={field}
					{...role}
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
					onClick={() => setWanted(true)}
					onBlur={() => setWanted(false)}
					onKeyDown={press}
				/>
			</Combobox.Target>
			<Combobox.Dropdown>
				<Combobox.Options id={`${id}-list`} aria-label={words.query.suggestions}>
					{suggestions.map(({ written, doc }, at) => (
						<Combobox.Option
							key={written}
							id={`${id}-${at}`}
							value={String(at)}
							selected={at === active}
							data-combobox-selected={at === active || undefined}
							className={classes['option']}
						>
							<bdi className={classes['written']} dir="ltr">
								{written}
							</bdi>
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
