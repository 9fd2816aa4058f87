import type { EveryStep } from '#grammar';
import { expectedWords } from '../../messages/problem-words.ts';
import { useCanvas } from '../canvas-context.ts';
import { type Chip, chipsOf } from '../formula-chips.ts';
import type { PointsElement } from '../view.ts';
import { FilterChip } from './filter-chip.tsx';
import { FormulaLine } from './formula-line.tsx';
import { NumberChip } from './number-chip.tsx';
import classes from './formula.module.css';
import { says } from '../says.ts';
import { words } from '../words.ts';

interface EarnLineProps {
	readonly element: PointsElement;
	/** It stands in a picker, where it is always at hand. */
	readonly isOpen?: boolean;
}

/** What an `earn` gives as chips: a formula, or points for every full step of a cart filter. */
export function EarnLine({ element, isOpen = false }: EarnLineProps) {
	const { declaration, enteredId } = useCanvas();
	const { clause, index, id, filter } = element;
	const steps = clause.every ? stepChips(clause.every) : null;
	return (
		<FormulaLine
			clause={{ source: element.source, start: element.span.start }}
			chips={chipsOf(clause.formula)}
			besides={steps ?? []}
			filter={filter}
			isOpen={isOpen}
			isEntered={enteredId === id}
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
