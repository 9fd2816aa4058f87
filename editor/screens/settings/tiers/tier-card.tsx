import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconAward } from '@tabler/icons-react';
import { print } from '#grammar';
import type { Path } from '#compiler/edits';
import { useEditing } from '../../../canvas/editing.ts';
import { DigitsInput } from '../../../canvas/pickers/digits-input.tsx';
import { ColorField } from './color-field.tsx';
import { clauseOf } from '../parts/declared.ts';
import { movedPast, type PlacedTier, thresholdText } from './ladder.ts';
import { NameInput } from '../parts/name-input.tsx';
import { useUses } from '../parts/names-list.tsx';
import { RawParts, TextPart } from '../parts/raw-parts.tsx';
import { RemoveButton } from '../parts/remove-button.tsx';
import { SettingCard, SettingRow } from '../parts/setting-card.tsx';
import classes from './tier-card.module.css';
import { TierEarns } from './tier-earns.tsx';
import { colorOf, shownName, type TierProps } from './tier-parts.ts';
import { TierMultiplier } from './tier-multiplier.tsx';
import { tierColors } from './tier-models.ts';
import type { LadderProps } from './tiers-section.tsx';
import { useRemoval } from '../parts/use-removal.ts';
import { useRename } from '../parts/use-rename.ts';
import { words } from '../words.ts';

interface TierCardProps {
	readonly ladder: LadderProps['declared'];
	/** The tiers of the ladder, from the lowest. */
	readonly placed: readonly PlacedTier[];
	/** The place of this one among them. */
	readonly at: number;
	/** Called with the place where the keyboard goes on once the tier was moved or removed. */
	readonly onMoved: (at: number, selector?: string) => void;
}

/** One tier: its name, where it begins, its colour, and what its members earn. */
export function TierCard({ ladder, placed, at, onMoved }: TierCardProps) {
	const { tier, index } = placed[at] as PlacedTier;
	const declaration: Path = [ladder.path, index];
	const uses = useUses(tier.name);
	const remove = useRemoval();
	const name = shownName(tier);
	const narrowed = clauseOf(tier.clauses, 'multiply');
	return (
		<SettingCard
			title={<bdi>{name}</bdi>}
			about={words.frame.usedBy({ count: uses })}
			Icon={IconAward}
			color={colorOf(tier)}
			spans={[tier.span]}
			aside={
				<>
					<MoveButton {...{ ladder, placed, at, onMoved }} by={-1} />
					<MoveButton {...{ ladder, placed, at, onMoved }} by={1} />
					<RemoveButton
						name={name}
						why={uses > 0 ? words.frame.stillUsed : null}
						onRemove={() => remove({ kind: 'remove-tier', declaration }, name) && onMoved(at)}
					/>
				</>
			}
		>
			<SettingRow>
				<TierName {...{ placed, tier, declaration }} />
				<Threshold {...{ ladder, tier, declaration }} />
				<TierColor {...{ tier, declaration }} />
			</SettingRow>
			<div className={classes['gains']}>
				<TierEarns {...{ tier, declaration }} />
				<TierMultiplier {...{ tier, declaration }} />
			</div>
			{narrowed?.on && <TextPart declaration={declaration} span={narrowed.span} note={words.tiers.narrowed} />}
			<RawParts declaration={declaration} parts={tier.clauses} single={['color-clause', 'multiply']} />
		</SettingCard>
	);
}

function TierName({ tier, declaration, placed }: TierProps & { readonly placed: readonly PlacedTier[] }) {
	const { perform } = useEditing();
	const renameTo = useRename();
	const { name } = tier;
	return (
		<NameInput
			label={words.tiers.name}
			value={name.kind === 'name' ? name.text : ''}
			taken={placed.flatMap(({ tier: other }) => (other.name.kind === 'name' ? [other.name.text] : []))}
			onCommit={(wanted) =>
				name.kind === 'name' ? renameTo(name, wanted) : perform({ kind: 'rename-tier', declaration, name: wanted })
			}
		/>
	);
}

function Threshold({ tier, declaration, ladder }: TierProps & Pick<TierCardProps, 'ladder'>) {
	const { compilation, currency, currencyDecimals, perform } = useEditing();
	const { by } = ladder.part;
	const measure = by.kind === 'tier-basis' ? by.measure : 'lifetime points';
	const byHand = measure === 'hand';
	if (byHand && !tier.from) return null;
	const isSpend = by.kind === 'tier-basis' && by.filter !== undefined;
	const label = words.tiers.from[measure];
	return (
		<DigitsInput
			label={typeof label === 'function' ? label({ currency }) : label}
			description={byHand ? words.tiers.noThreshold : undefined}
			value={tier.from?.kind === 'number' ? tier.from.digits : ''}
			decimals={isSpend ? currencyDecimals : (compilation.healthyPlan?.program.pointDecimals ?? 0)}
			allowEmpty={byHand}
			onCommit={(digits) => perform({ kind: 'set-head', declaration, text: digits === '' ? '' : thresholdText(digits) })}
		/>
	);
}

function TierColor({ tier, declaration }: TierProps) {
	const { perform } = useEditing();
	return (
		<ColorField
			label={words.tiers.color}
			chooseLabel={words.tiers.chooseColor({ name: shownName(tier) })}
			value={colorOf(tier)}
			offered={tierColors}
			onCommit={(color) => {
				const text = color === null ? null : print({ kind: 'color-clause', color: { kind: 'color', text: color } });
				perform({ kind: 'set-clause', declaration, clause: 'color-clause', text });
			}}
		/>
	);
}

/** Changes places with the neighbour below or above in the ladder. */
function MoveButton({ ladder, placed, at, by, onMoved }: TierCardProps & { readonly by: -1 | 1 }) {
	const { perform } = useEditing();
	const moved = placed[at] as PlacedTier;
	const neighbour = placed[at + by];
	const Icon = by < 0 ? IconArrowUp : IconArrowDown;
	const name = shownName(moved.tier);
	const other = neighbour ? shownName(neighbour.tier) : '';
	const where = by < 0 ? words.tiers.moveBefore({ name, other }) : words.tiers.moveBehind({ name, other });
	if (!neighbour) return null;
	return (
		<Tooltip label={words.tiers.moveHint({ where })}>
			<ActionIcon
				aria-label={where}
				data-move={by}
				onClick={() =>
					perform(movedPast(ladder.path, moved, neighbour)) && onMoved(at + by, `[data-move="${by}"], [data-move]`)
				}
			>
				<Icon size={16} aria-hidden />
			</ActionIcon>
		</Tooltip>
	);
}
