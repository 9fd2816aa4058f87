import { IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Lamp } from '../trace.ts';
import classes from './lamp.module.css';
import { says } from '../says.ts';

const looks = {
	holds: { Icon: IconCheck },
	fails: { Icon: IconX },
	unknown: { Icon: IconQuestionMark },
	'not-tested': { Icon: IconMinus },
} as const satisfies Record<Lamp, object>;

/** What a lamp says, in words. */
export function lampWords(lamp: Lamp): string {
	return says.lamps[lamp];
}

/** A verdict about the sample as icon, word and colour, and after it the value that was seen. */
export function LampRow({ lamp, words, children }: { lamp: Lamp; words?: string; children?: ReactNode }) {
	const { Icon } = looks[lamp];
	return (
		<p className={classes['row']} data-lamp={lamp}>
			<span className={classes['lamp']}>
				<Icon size={12} stroke={3} aria-hidden />
			</span>
			<span className={classes['words']}>{words ?? lampWords(lamp)}</span>
			{children !== undefined && <span className={classes['seen']}>{children}</span>}
		</p>
	);
}
