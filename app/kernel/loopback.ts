/** Whether nobody but this machine can reach this host: a name or an address as in `URL.hostname`, IPv6 also without `[]`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
