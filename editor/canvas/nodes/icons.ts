import {
	IconBuildingStore,
	IconCake,
	IconClock,
	IconCode,
	IconCrown,
	IconDeviceMobile,
	IconInfinity,
	IconReceipt2,
	IconToolsKitchen2,
	type TablerIcon,
} from '@tabler/icons-react';
import type { Condition } from '#grammar';

/** The picture of each kind of condition. */
export const conditionIcons: Readonly<Record<Condition['kind'], TablerIcon>> = {
	always: IconInfinity,
	'day-time': IconClock,
	'order-type': IconToolsKitchen2,
	channel: IconDeviceMobile,
	tier: IconCrown,
	store: IconBuildingStore,
	spend: IconReceipt2,
	birthday: IconCake,
	raw: IconCode,
};
