import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { PublishDialog } from '../publish-dialog.tsx';
import { useJump } from './use-jump.ts';

/** Needed by who looks for something, and by nobody before. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

interface PaletteHostProps {
	readonly opened: boolean;
	readonly onOpen: () => void;
	readonly onClose: () => void;
}

/** Opens the palette of the program with Ctrl+K or ⌘K, wherever the focus is. */
export function PaletteHost({ opened, onOpen, onClose }: PaletteHostProps) {
	const [publishing, publish] = useDisclosure(false);
	const jump = useJump();
	const [wasOpened, setWasOpened] = useState(false);
	if (opened && !wasOpened) setWasOpened(true);
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const isOurs = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
			if (!isOurs) return;
			event.preventDefault();
			// The text editor would wait for the second key of a chord.
			event.stopPropagation();
			onOpen();
		};
		window.addEventListener('keydown', press, true);
		return () => window.removeEventListener('keydown', press, true);
	}, [onOpen]);
	return (
		<>
			<Suspense fallback={null}>
				{wasOpened ? <Palette opened={opened} onClose={onClose} onPublish={publish.open} /> : null}
			</Suspense>
			<PublishDialog opened={publishing} onClose={publish.close} onJump={jump} />
		</>
	);
}
