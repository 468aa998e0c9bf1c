/** Klubbkassa's own mark: a K of one upright bar (the till) and two petals of the rose (the club). */

export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="6" fill="var(--ink)" />
      <g fill="var(--desk)">
        <rect x="7" y="6" width="3.6" height="16" />
        <path d="M12.2 9.6 19 6h3v1.2l-6 6h-3.8z" />
        <path d="M12.2 18.4 19 22h3v-1.2l-6-6h-3.8z" />
      </g>
    </svg>
  );
}
