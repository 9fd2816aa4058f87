import { Button, Group, Notification, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useSpoken } from '../messages/language.ts';
import { Backticks } from './backticks.tsx';
import { useAnnounce } from './announcer.tsx';
import classes from './toasts.module.css';
import { words } from './words.ts';

/** A short message at the edge of the page that goes away by itself. */
export interface Toast {
	readonly tone: 'done' | 'information' | 'refused';
	readonly message: string;
	readonly action?: { readonly label: string; readonly run: () => void };
}

interface Toasts {
	/** Shows a toast and answers its number. */
	readonly show: (toast: Toast) => number;
	readonly dismiss: (id: number) => void;
}

const STAYS_MS = 6_000;
const STAYS_WITH_ACTION_MS = 12_000;

const looks = {
	done: { color: 'green', Icon: IconCheck },
	information: { color: 'accent', Icon: IconInfoCircle },
	refused: { color: 'red', Icon: IconAlertTriangle },
} as const;

const ToastContext = createContext<Toasts>({ show: () => 0, dismiss: () => {} });

/** Shows and dismisses toasts. */
export function useToasts(): Toasts {
	return useContext(ToastContext);
}

let count = 0;

/** Holds the toasts of the page. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
	const announce = useAnnounce();
	useSpoken();
	const [shown, setShown] = useState<readonly { readonly id: number; readonly toast: Toast }[]>([]);
	const dismiss = useCallback((id: number) => setShown((before) => before.filter((entry) => entry.id !== id)), []);
	const show = useCallback(
		(toast: Toast) => {
			const id = ++count;
			setShown((before) => [...before.slice(-2), { id, toast }]);
			announce(toast.message.replaceAll('`', ''), toast.tone === 'refused' ? 'assertive' : 'polite');
			return id;
		},
		[announce],
	);
	const toasts = useMemo(() => ({ show, dismiss }), [show, dismiss]);
	return (
		<ToastContext value={toasts}>
			{children}
			<section className={classes['stack']} aria-label={words.messages}>
				{shown.map(({ id, toast }) => (
					<ToastCard key={id} toast={toast} onClose={() => dismiss(id)} />
				))}
			</section>
		</ToastContext>
	);
}

/** The announcer has said it already, at the right urgency; the card itself must not say it once more. */
const quiet = { role: 'group' };

function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
	const [held, setHeld] = useState(false);
	const staysMs = toast.action ? STAYS_WITH_ACTION_MS : STAYS_MS;
	useEffect(() => {
		if (held) return undefined;
		const timer = setTimeout(onClose, staysMs);
		return () => clearTimeout(timer);
	}, [held, staysMs, onClose]);
	const { color, Icon } = looks[toast.tone];
	const { action } = toast;
	return (
		<Notification
			{...quiet}
			aria-label={toast.message.replaceAll('`', '')}
			className={classes['toast']}
			color={color}
			icon={<Icon size={16} />}
			withBorder
			onClose={onClose}
			closeButtonProps={{ 'aria-label': words.closeMessage }}
			onMouseEnter={() => setHeld(true)}
			onMouseLeave={() => setHeld(false)}
			onFocus={() => setHeld(true)}
			onBlur={() => setHeld(false)}
		>
			<Group justify="space-between" wrap="nowrap" gap="sm">
				<Text size="sm" c="var(--en-text)">
					<Backticks text={toast.message} />
				</Text>
				{action ? (
					<Button
						variant="light"
						size="compact-sm"
						flex="none"
						onClick={() => {
							action.run();
							onClose();
						}}
					>
						{action.label}
					</Button>
				) : null}
			</Group>
		</Notification>
	);
}
