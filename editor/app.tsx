import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { useSpoken } from './messages/language.ts';
import { AnnouncerProvider } from './panels/announcer.tsx';
import { ToastProvider } from './panels/toasts.tsx';
import { queryClient } from './queries.ts';
import { router } from './routes.tsx';
import { schemeManager } from './theme/scheme.tsx';
import { cssVariablesResolver, theme } from './theme/theme.ts';

/** The editor: its theme, its messages, its cache and its addresses. */
export function App() {
	return (
		<DirectionProvider>
			<MantineProvider
				theme={theme}
				cssVariablesResolver={cssVariablesResolver}
				colorSchemeManager={schemeManager}
				defaultColorScheme="auto"
			>
				<Direction />
				<QueryClientProvider client={queryClient}>
					<AnnouncerProvider>
						<ToastProvider>
							<RouterProvider router={router} />
						</ToastProvider>
					</AnnouncerProvider>
				</QueryClientProvider>
			</MantineProvider>
		</DirectionProvider>
	);
}

/** Tells the component library which way the language is read. */
function Direction() {
	const { direction } = useSpoken();
	const { setDirection } = useDirection();
	useLayoutEffect(() => setDirection(direction), [direction, setDirection]);
	return null;
}
