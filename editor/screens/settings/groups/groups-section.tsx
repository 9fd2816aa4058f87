import { Campaigns } from './campaigns.tsx';
import { ExclusiveSets } from './exclusive-sets.tsx';

/** What holds rules together: campaigns, and sets of which only one rule counts. */
export function GroupsSection() {
	return (
		<>
			<Campaigns />
			<ExclusiveSets />
		</>
	);
}
