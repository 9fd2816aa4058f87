import { useReading } from '../../document/workspace.tsx';
import classes from './tier-chip.module.css';
import { words } from './words.ts';

/** A tier by its name, with a dot in the colour that the program gives it. */
export function TierChip({ tier }: { readonly tier: string | null }) {
	const reading = useReading();
	if (tier === null) return <span className={classes['none']}>{words.noTier}</span>;
	const clause = reading.symbols.tierByName.get(tier)?.clauses.find((each) => each.kind === 'color-clause');
	const color = clause?.color.kind === 'color' ? clause.color.text : 'var(--en-border-control)';
	return (
		<span className={classes['chip']}>
			<span className={classes['dot']} style={{ background: color }} aria-hidden />
			<bdi>{tier}</bdi>
		</span>
	);
}
