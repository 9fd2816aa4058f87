import { IconFlag3 } from '@tabler/icons-react';
import { useCanvas } from '../canvas-context.ts';
import { canMove } from '../drag/drop.ts';
import { MovableBox } from '../drag/movable-box.tsx';
import { stageOf } from '../drag/seen.ts';
import type { CampaignElement } from '../view.ts';
import { Card } from './card.tsx';
import { LimitCard } from './limit-card.tsx';
import classes from './campaign-card.module.css';
import { Rich } from '../../messages/rich.tsx';
import { says } from '../says.ts';

/** The campaign as a frame around the rule, with what it says in its heading. */
export function CampaignFrame({ element }: { element: CampaignElement }) {
	return (
		<div className={classes['frame']}>
			<CampaignCard element={element} />
		</div>
	);
}

/** The limits that the rules of a campaign share, in its frame. */
export function CampaignLimits() {
	const { view, readOnly } = useCanvas();
	return (
		<section
			className={classes['limits']}
			data-stage-of={stageOf['limit of the campaign']}
			aria-label={says.limitsOfCampaign}
		>
			{view.campaign?.limits.map((limit) => (
				<div key={limit.id} className={classes['limit']}>
					<MovableBox element={limit} isMovable={!readOnly && canMove(view, limit)} className={classes['box']}>
						<LimitCard element={limit} />
					</MovableBox>
				</div>
			))}
		</section>
	);
}

/** What a campaign says of itself: its name, dates, budget and multiplier. */
export function CampaignCard({ element }: { element: CampaignElement }) {
	const canvas = useCanvas();
	const { id, name, facts, enabled } = element;
	const open = () => canvas.open({ id, part: 'picker' });
	return (
		<div className={classes['heading']}>
			<Card element={element} Icon={IconFlag3} tone="flow" look="bare">
				<span className={classes['words']}>
					<span className={classes['name']}>
						<Rich say={says.campaign} parts={{ name: <bdi>{name}</bdi> }} />
					</span>
					{[...(enabled ? [] : [says.campaignDisabled]), ...facts].map((fact) =>
						canvas.readOnly ? (
							<span key={fact} className={classes['fact']}>
								{fact}
							</span>
						) : (
							<button key={fact} type="button" tabIndex={-1} className={classes['fact']} onClick={open}>
								{fact}
							</button>
						),
					)}
				</span>
			</Card>
		</div>
	);
}
