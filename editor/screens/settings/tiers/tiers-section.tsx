import { Button } from '@mantine/core';
import { IconPlus, IconStairsUp } from '@tabler/icons-react';
import { print, type TiersDeclaration } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { withoutMarks } from '../../../messages/message.ts';
import { type Declared, declarationsOf } from '../parts/declared.ts';
import { EmptySection } from '../parts/empty-section.tsx';
import { firstLadder, nextTier, tiersOf } from './ladder.ts';
import { LadderCard } from './ladder-card.tsx';
import { RawParts } from '../parts/raw-parts.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { TierCard } from './tier-card.tsx';
import { tierModels } from './tier-models.ts';
import classes from './tiers-section.module.css';
import { useListFocus } from '../parts/use-list-focus.ts';
import { words } from '../words.ts';

/** The ladder of tiers, and the segments. */
export function TiersSection() {
	const { compilation } = useEditing();
	const ladders = declarationsOf(compilation.document, 'tiers');
	return (
		<>
			{ladders.length === 0 && <NoLadder />}
			{ladders.map((declared) => (
				<Ladder key={declared.path} declared={declared} />
			))}
			<SegmentsCard />
		</>
	);
}

/** What the cards of a ladder are given. */
export interface LadderProps {
	readonly declared: Declared<TiersDeclaration>;
}

function Ladder({ declared }: LadderProps) {
	const { perform } = useEditing();
	const { item, adder, focusAt } = useListFocus();
	const { part: ladder, path } = declared;
	const placed = tiersOf(ladder);
	const add = () => {
		const further = withoutMarks(words.tiers.newTier({ number: placed.length + 1 }));
		const text = print(nextTier(ladder, tierModels(), further));
		if (perform({ kind: 'add-tier', declaration: path, text })) focusAt(placed.length, 'input');
	};
	return (
		<>
			<LadderCard declared={declared} />
			{placed.map(({ index }, at) => (
				<div key={index} className={classes['tier']} {...item}>
					<TierCard ladder={declared} placed={placed} at={at} onMoved={focusAt} />
				</div>
			))}
			<RawParts declaration={path} parts={ladder.tiers} />
			<Button
				{...adder}
				className={classes['add']}
				variant="default"
				leftSection={<IconPlus size={16} aria-hidden />}
				onClick={add}
			>
				{words.tiers.addTier}
			</Button>
		</>
	);
}

function NoLadder() {
	const { perform } = useEditing();
	return (
		<EmptySection
			Icon={IconStairsUp}
			title={words.tiers.noLadder}
			hint={words.tiers.noLadderHint}
			action={words.tiers.addLadder}
			onAct={() => perform({ kind: 'add-tiers', text: firstLadder(tierModels()) })}
		/>
	);
}
