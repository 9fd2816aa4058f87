/** The product's mark: three rules, one of them earning. The same drawing as favicon.svg. */
export function Mark({ size }: { readonly size: number }) {
	return (
		<svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
			<rect width="32" height="32" rx="8" fill="#6741d9" />
			<path d="M9 10.5h9.5M9 16h7M9 21.5h9.5" stroke="#fff" strokeWidth="3" strokeLinecap="round" fill="none" />
			<path d="m23.6 12.2 1.1 2.7 2.7 1.1-2.7 1.1-1.1 2.7-1.1-2.7-2.7-1.1 2.7-1.1z" fill="#ffc857" />
		</svg>
	);
}
