import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { AnnouncerProvider } from './panels/announcer.tsx';
import { ToastProvider } from './panels/toasts.tsx';
import { queryClient } from './queries.ts';
import { router } from './routes.tsx';
import { schemeManager } from './theme/scheme.tsx';
import { cssVariablesResolver, theme } from './theme/theme.ts';

/** The editor: its theme, its messages, its cache and its addresses. */
export function App() {
	return (
		<MantineProvider
			theme={theme}
			cssVariablesResolver={cssVariablesResolver}
			colorSchemeManager={schemeManager}
			defaultColorScheme="auto"
		>
			<QueryClientProvider client={queryClient}>
				<AnnouncerProvider>
					<ToastProvider>
						<RouterProvider router={router} />
					</ToastProvider>
				</AnnouncerProvider>
			</QueryClientProvider>
		</MantineProvider>
	);
}
