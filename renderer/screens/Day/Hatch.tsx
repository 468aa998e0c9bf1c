/** The two series of the charts: one solid, the other hatched, so that they hold up in grey and on paper. */

export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--data2)" />
        <rect width="2" height="6" fill="var(--sheet)" opacity="0.55" />
      </pattern>
    </defs>
  );
}

export function Swatch({ hatch }: { readonly hatch?: string }) {
  return (
    <svg className="swatch" viewBox="0 0 16 16" aria-hidden="true">
      {hatch !== undefined && <HatchPattern id={hatch} />}
      <rect width="16" height="16" rx="3" fill={hatch === undefined ? 'var(--data1)' : `url(#${hatch})`} />
    </svg>
  );
}
