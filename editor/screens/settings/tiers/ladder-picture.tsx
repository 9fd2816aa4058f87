import type { CSSProperties } from 'react';
import type { Tier, TiersDeclaration } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { shownDigits } from '../../../canvas/words.ts';
import { tiersOf } from './ladder.ts';
import classes from './ladder-picture.module.css';
import { colorOf, shownName } from './tier-parts.ts';
import { words } from '../words.ts';

/** A ladder as a flight of stairs, in the tiers' own colours. The steps say their order, not how far they are apart. */
export function LadderPicture({ ladder }: { readonly ladder: TiersDeclaration }) {
	const { currency } = useEditing();
	const tiers = tiersOf(ladder);
	if (tiers.length === 0) return null;
	const isSpend = ladder.by.kind === 'tier-basis' && ladder.by.filter !== undefined;
	return (
		<ol className={classes['stairs']}>
			{tiers.map(({ tier, index }, at) => (
				<li key={index} className={classes['step']}>
					<span className={classes['block']} style={lookOf(tier, at, tiers.length)} aria-hidden />
					<span className={classes['name']}>
						<bdi>{shownName(tier)}</bdi>
					</span>
					{tier.from?.kind === 'number' && (
						<span className={classes['from']}>
							{words.tiers.fromWords({
								amount: `${isSpend ? `${currency}\u00a0` : ''}${shownDigits(tier.from.digits)}`,
							})}
						</span>
					)}
				</li>
			))}
		</ol>
	);
}

function lookOf(tier: Tier, at: number, count: number): CSSProperties {
	const color = colorOf(tier);
	return { '--height': (at + 1) / count, ...(color !== null && { '--color': color }) } as CSSProperties;
}
