/**
 * What a page of the till may do in a window, the same in both hosts: its own files and its own host, nothing else. No
 * inline script, no inline style sheet, no frame around it and none inside.
 */

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A picture that came from elsewhere: even opened by itself, nothing in it runs. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

export const pageHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), hid=(), serial=()',
};

export const pictureHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': picturePolicy,
  'Cache-Control': 'no-store',
};
