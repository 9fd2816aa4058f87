import { Alert } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../document/workspace.tsx';
import classes from './way-to-text.module.css';
import { words } from '../words.ts';

interface WayToTextProps {
	/** What is wrong, as a sentence. */
	readonly says: string;
	/** Where in the text it is. */
	readonly at: number;
}

/** Says what is wrong and cannot be mended by fields, with the way to its place in the text. */
export function WayToText({ says, at }: WayToTextProps) {
	const { program } = useWorkspace();
	return (
		<Alert color="red" icon={<IconAlertOctagon size={18} />}>
			{says}{' '}
			<Link to="/programs/$program/text" params={{ program }} search={{ at }} className={classes['link']}>
				{words.frame.openText}
			</Link>
		</Alert>
	);
}
