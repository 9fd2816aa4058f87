import { useMemo } from 'react';
import { localDateIn, timezoneOf } from '../../document/local-time.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { useMinute } from '../../panels/use-minute.ts';
import { factsOf, type ProgramFacts } from './program-facts.ts';

/** What templates must know of the open program, today. */
export function useFacts(): ProgramFacts {
	const { catalog } = useWorkspace();
	const reading = useReading();
	const minute = useMinute();
	return useMemo(
		() => factsOf(reading, catalog, localDateIn(timezoneOf(reading.document), minute)),
		[reading, catalog, minute],
	);
}
