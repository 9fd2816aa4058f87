import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Path } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import type { CampaignElement } from '../view.ts';
import { CampaignFields } from './campaign-fields.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

/** What the new limit of a campaign says. */
export const NEW_CAMPAIGN_LIMIT = 'limit 1_000 points per day';

/** The dates, the budget and the multiplier of the campaign around a rule: they hold for all rules in it. */
export function CampaignPicker({ element }: { readonly element: CampaignElement }) {
	const canvas = useCanvas();
	const { campaign, id, limits } = element;
	const declaration: Path = [[canvas.declaration].flat()[0] ?? 0];
	const rules = campaign.clauses.filter(({ kind }) => kind === 'rule').length;
	const addLimit = { kind: 'set-clause', declaration, clause: 'limit', index: limits.length } as const;
	return (
		<PickerFrame
			id={id}
			title={says.campaign({ name: element.name })}
			note={rules > 1 ? says.holdsForAll({ count: rules }) : undefined}
		>
			<CampaignFields campaign={campaign} declaration={declaration} />
			<Button
				variant="subtle"
				size="compact-sm"
				leftSection={<IconPlus size={14} />}
				style={{ alignSelf: 'flex-start' }}
				onClick={() => canvas.perform({ ...addLimit, text: NEW_CAMPAIGN_LIMIT })}
			>
				{says.addCampaignLimit}
			</Button>
		</PickerFrame>
	);
}
