/**
 * What a page of the till may do in a window, the same in both hosts: its own files and its own host, nothing else. No
 * inline script, no inline style sheet, no frame around it and none inside. One page of the headless host may have more.
 */

const policyWith = (scripts: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const features = (camera: string) =>
  `camera=(${camera}), microphone=(), geolocation=(), payment=(), usb=(), hid=(), serial=()`;

/** A picture that came from elsewhere: even opened by itself, nothing in it runs. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

export const pageHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': policyWith("'self'"),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': features(''),
};

/** A page of ours in a window that customers touch: it opens no dialog, no window and no print, whatever runs in it. */
export function shownToCustomers(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const policy = headers['Content-Security-Policy'] ?? "default-src 'none'";
  return { ...headers, 'Content-Security-Policy': `${policy}; sandbox allow-scripts allow-same-origin` };
}

/** The page that may ask for a camera. It runs nothing more than any other page. */
export const cameraPageHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'Permissions-Policy': features('self'),
};

/** The camera's decoder, a worker with a policy of its own: WebAssembly is compiled in there and in no page. */
export const decoderHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'Content-Security-Policy': policyWith("'self' 'wasm-unsafe-eval'"),
};

export const pictureHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': picturePolicy,
  'Cache-Control': 'no-store',
};
