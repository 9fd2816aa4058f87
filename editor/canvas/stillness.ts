/** Says whether somebody asked their system for less motion. */
export function prefersStillness(): boolean {
	return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
