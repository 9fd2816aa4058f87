import { ExpirySetting } from './expiry-card.tsx';
import { RedemptionSetting } from './redemption-card.tsx';

/** What points are worth when they are spent, and how long they last. */
export function SpendingSection() {
	return (
		<>
			<RedemptionSetting />
			<ExpirySetting />
		</>
	);
}
