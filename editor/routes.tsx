import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Failure } from './panels/failure.tsx';
import { NotFound } from './screens/program/not-found.tsx';
import { ProgramScreen } from './screens/program/program-screen.tsx';
import { SECTIONS } from './panels/settings-sections.ts';
import { RulesScreen } from './screens/rules/rules-screen.tsx';
import { WelcomeScreen } from './screens/welcome/welcome-screen.tsx';

const rootRoute = createRootRoute({ notFoundComponent: NotFound });

const indexRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: WelcomeScreen });

const programRoute = createRoute({ getParentRoute: () => rootRoute, path: '/programs/$program', component: ProgramScreen });

const rulesRoute = createRoute({
	getParentRoute: () => programRoute,
	path: '/',
	component: RulesScreen,
	validateSearch: (search: Record<string, unknown>) => ({
		...oneOf('tab', search, ['current', 'scheduled', 'expired', 'disabled', 'all'] as const),
		...textOf('search', search),
		...oneOf('new', search, ['rule'] as const),
	}),
});

const ruleRoute = createRoute({
	getParentRoute: () => programRoute,
	path: '/rules/$name',
	component: lazyRouteComponent(() => import('./screens/rule/rule-screen.tsx'), 'RuleScreen'),
	validateSearch: (search: Record<string, unknown>) => ({
		...oneOf('view', search, ['canvas', 'split', 'text'] as const),
		...offsetOf('at', search),
	}),
});

const textRoute = createRoute({
	getParentRoute: () => programRoute,
	path: '/text',
	component: lazyRouteComponent(() => import('./screens/text/text-screen.tsx'), 'TextScreen'),
	validateSearch: (search: Record<string, unknown>) => ({
		...oneOf('view', search, ['text', 'changes'] as const),
		...offsetOf('at', search),
	}),
});

const settingsRoute = createRoute({
	getParentRoute: () => programRoute,
	path: '/settings',
	component: lazyRouteComponent(() => import('./screens/settings/settings-screen.tsx'), 'SettingsScreen'),
	validateSearch: (search: Record<string, unknown>) => oneOf('section', search, SECTIONS),
});

const membersRoute = createRoute({
	getParentRoute: () => programRoute,
	path: '/members',
	component: lazyRouteComponent(() => import('./screens/members/members-screen.tsx'), 'MembersScreen'),
	validateSearch: (search: Record<string, unknown>) => ({ ...textOf('search', search), ...textOf('after', search) }),
});

const memberRoute = createRoute({
	getParentRoute: () => programRoute,
	path: '/members/$member',
	component: lazyRouteComponent(() => import('./screens/members/member-screen.tsx'), 'MemberScreen'),
});

/** The addresses of the editor. */
export const router = createRouter({
	routeTree: rootRoute.addChildren([
		indexRoute,
		programRoute.addChildren([rulesRoute, ruleRoute, textRoute, settingsRoute, membersRoute, memberRoute]),
	]),
	defaultPreload: 'intent',
	defaultErrorComponent: ({ error, reset }) => <Failure error={error} onRetry={reset} />,
	scrollRestoration: true,
});

declare module '@tanstack/react-router' {
	interface Register {
		router: typeof router;
	}
}

/** A parameter of an address if it is one of a few words; anything else is left out. */
function oneOf<K extends string, V extends string>(
	key: K,
	search: Record<string, unknown>,
	values: readonly V[],
): { [P in K]?: V | undefined } {
	const value = values.find((candidate) => candidate === search[key]);
	return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V | undefined };
}

function textOf<K extends string>(key: K, search: Record<string, unknown>): { [P in K]?: string | undefined } {
	const value = search[key];
	// An address is read as JSON where it can be, so a search for digits arrives as a number.
	const text = typeof value === 'number' ? String(value) : value;
	return (typeof text === 'string' && text !== '' ? { [key]: text } : {}) as { [P in K]?: string | undefined };
}

function offsetOf<K extends string>(key: K, search: Record<string, unknown>): { [P in K]?: number | undefined } {
	const value = search[key];
	return (Number.isSafeInteger(value) && (value as number) >= 0 ? { [key]: value } : {}) as {
		[P in K]?: number | undefined;
	};
}
