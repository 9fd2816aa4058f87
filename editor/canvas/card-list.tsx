import { useCanvas } from './canvas-context.ts';
import { CampaignCard, CampaignLimits } from './nodes/campaign-card.tsx';
import { FilterCard, ResultCard, TransactionCard } from './nodes/edge-cards.tsx';
import { NoteCard } from './nodes/note-card.tsx';
import { ScheduleCard } from './nodes/schedule-card.tsx';
import { LaneNode, LimitsNode, PointsNode } from './nodes/stage-nodes.tsx';
import { TextCard } from './nodes/text-card.tsx';
import classes from './card-list.module.css';

/** The rule as its cards one under the other, for screens that are too narrow for a drawing. */
export function CardList() {
	const { view } = useCanvas();
	const texts = (stage: string) =>
		view.texts.filter((text) => text.stage === stage).map((text) => <TextCard key={text.id} element={text} />);
	return (
		<div className={classes['list']} data-card-list>
			{view.campaign && <CampaignCard element={view.campaign} />}
			{view.campaign && view.campaign.limits.length > 0 && <CampaignLimits />}
			<NoteCard element={view.note} />
			<TransactionCard element={view.transaction} />
			<ScheduleCard element={view.schedule} />
			{texts('schedule')}
			<LaneNode />
			<PointsNode />
			{texts('points')}
			{view.filters.map((filter) => (
				<FilterCard key={filter.id} element={filter} />
			))}
			<LimitsNode />
			{texts('limits')}
			<ResultCard element={view.result} />
		</div>
	);
}
