import type { EarnClause, EveryStep } from '#grammar';
import type { Path } from '#compiler/edits';
import { expectedWords } from '../../messages/problem-words.ts';
import { type Chip, chipsOf } from '../formula-chips.ts';
import { FilterChip } from './filter-chip.tsx';
import { FormulaLine } from './formula-line.tsx';
import { NumberChip } from './number-chip.tsx';
import classes from './formula.module.css';
import { says } from '../says.ts';
import { words } from '../words.ts';

/** An `earn` that is written, and where. */
export interface WrittenEarn {
	/** What it stands in. */
	readonly declaration: Path;
	readonly clause: EarnClause;
	/** Its place among the earns there. */
	readonly index: number;
	/** The exact text of the clause. */
	readonly source: string;
	/** The cart filter that it counts by. */
	readonly filter: string | null;
}

interface EarnLineProps {
	readonly earn: WrittenEarn;
	/** It stands in a picker or a form, where it is always at hand. */
	readonly isOpen?: boolean;
	/** The controls of the card that it stands on are walked by the Tab key. */
	readonly isEntered?: boolean;
}

/** What an `earn` gives as chips: a formula, or points for every full step of a cart filter. */
export function EarnLine({ earn, isOpen = false, isEntered = false }: EarnLineProps) {
	const { declaration, clause, index, source, filter } = earn;
	const steps = clause.every ? stepChips(clause.every) : null;
	return (
		<FormulaLine
			clause={{ source, start: clause.span.start }}
			chips={chipsOf(clause.formula)}
			besides={steps ?? []}
			filter={filter}
			isOpen={isOpen}
			isEntered={isEntered}
			write={(text) => ({ kind: 'set-clause', declaration, clause: 'earn', index, text })}
		>
			{steps ? <Steps chips={steps} /> : undefined}
		</FormulaLine>
	);
}

/** `for every [10] of [Food]`. */
function Steps({ chips: [step, filter] }: { readonly chips: readonly [Chip, Chip] }) {
	return (
		<>
			<span className={classes['words']}>{says.formula.forEveryFull}</span>
			{(step.kind === 'number' || step.kind === 'hole') && <NumberChip chip={step} line={null} />}
			<span className={classes['words']}>{says.formula.of}</span>
			{filter.kind === 'filter' ? <FilterChip chip={filter} line={null} /> : <NameHole chip={filter} />}
		</>
	);
}

function NameHole({ chip }: { readonly chip: Chip }) {
	return (
		<span className={classes['words']}>
			{chip.kind === 'hole' ? words.perhaps({ expected: expectedWords(chip.expected) }) : ''}
		</span>
	);
}

function stepChips({ step, filter }: EveryStep): readonly [Chip, Chip] {
	const name: Chip =
		filter.kind === 'name'
			? { kind: 'filter', span: filter.span, name: filter.text }
			: { kind: 'hole', span: filter.span, expected: filter.expected };
	const [number] = chipsOf(step);
	return [number as Chip, name];
}
