import { type ReactNode, useEffect, useRef } from 'react';
import { unreachable } from '#compiler';
import type { Operation } from '#compiler/edits';
import { useEditing } from '../editing.ts';
import { type Chip, type ClauseText, unframe } from '../formula-chips.ts';
import { AppendMenu } from './append-menu.tsx';
import { type Formula, FormulaContext, useFormula } from './formula-context.ts';
import { FilterChip } from './filter-chip.tsx';
import { NumberChip } from './number-chip.tsx';
import { OperatorChip } from './operator-chip.tsx';
import { FrameChip } from './frame-chip.tsx';
import classes from './formula.module.css';
import { countOf } from '../../messages/counted.ts';
import { says } from '../says.ts';

/** As many points as a formula is taken to give, for the noun behind it. */
const SEVERAL = 5;

interface FormulaLineProps {
	readonly clause: ClauseText;
	readonly chips: readonly Chip[];
	/** Chips that stand behind the formula and belong to it. */
	readonly besides?: readonly Chip[];
	readonly filter: string | null;
	readonly write: (text: string) => Operation;
	/** It stands in a picker or a form, where it is always at hand. */
	readonly isOpen?: boolean;
	/** The controls of the card that it stands on are walked by the Tab key. */
	readonly isEntered?: boolean;
	/** What follows the formula. */
	readonly children?: ReactNode;
}

/** A formula as a line of chips: each number, filter and operator is a control, parentheses are frames. */
export function FormulaLine({ children, ...props }: FormulaLineProps) {
	const { chips, isOpen = false, isEntered = false } = props;
	const { readOnly } = useEditing();
	const entered = isEntered && !isOpen;
	const line = useRef<HTMLDivElement>(null);
	const formula = useFormulaOf(props);
	useEffect(() => {
		if (entered) line.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
	}, [entered]);
	const [only] = chips;
	const fixed = chips.length === 1 && only?.kind === 'number' && children === undefined;
	return (
		<FormulaContext.Provider value={formula}>
			<div ref={line} className={classes['line']} data-fixed={fixed || undefined}>
				{/* A formula is read from the left in every language; the words around it are not. */}
				<span className={classes['math']} dir="ltr">
					<Chips line={chips} />
				</span>
				<span className={classes['unit']}>
					{says.formula.unit({ count: only?.kind === 'number' && chips.length === 1 ? countOf(only.digits) : SEVERAL })}
				</span>
				{children}
				{!readOnly && children === undefined && <AppendMenu />}
			</div>
		</FormulaContext.Provider>
	);
}

function useFormulaOf(props: FormulaLineProps): Formula {
	const { clause, chips, besides = [], filter, write, isOpen = false, isEntered = false } = props;
	const { perform, readOnly } = useEditing();
	return {
		clause,
		line: chips,
		chips: [...chips, ...besides],
		filter,
		write,
		change: (text) => perform(write(text)),
		tabIndex: isOpen || isEntered ? 0 : -1,
		readOnly,
		isNested: isOpen,
	};
}

/** The chips of a line, frames within frames included. */
function Chips({ line }: { line: readonly Chip[] }) {
	return line.map((chip, index) => (
		// A chip is known by its place: its text is what the controls change.
		// oxlint-disable-next-line react/no-array-index-key
		<OneChip key={index} chip={chip} line={line} />
	));
}

function OneChip({ chip, line }: { chip: Chip; line: readonly Chip[] }) {
	const { clause, change, readOnly, tabIndex } = useFormula();
	switch (chip.kind) {
		case 'number':
			return <NumberChip chip={chip} line={line} />;
		case 'filter':
			return <FilterChip chip={chip} line={line} />;
		case 'operator':
			return <OperatorChip chip={chip} />;
		case 'minus':
			return <span className={classes['sign']}>−</span>;
		case 'frame':
			return (
				<FrameChip
					tabIndex={tabIndex}
					onUnframe={readOnly || chip.chips.length === 0 ? null : () => change(unframe(clause, chip))}
				>
					<Chips line={chip.chips} />
				</FrameChip>
			);
		case 'hole':
			return <NumberChip chip={chip} line={line} />;
		default:
			return unreachable(chip);
	}
}
