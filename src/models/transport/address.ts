// What kind of address a URL's host is: loopback, one of a private or reserved network, or a public name.
import { BlockList, isIP } from 'node:net';

export type AddressKind = 'loopback' | 'private' | 'public';

/** Hosts that answer with a cloud machine's own credentials, by name. */
const METADATA_NAMES = new Set(['metadata', 'metadata.google.internal', 'metadata.goog', 'instance-data']);

// IANA special-purpose registries (RFC 6890), and Azure's wire server, the one metadata address that looks public.
const RESERVED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
];
// `::/96` and `::ffff:0:0/96` hold IPv4 addresses, `64:ff9b::/96` and `2002::/16` lead to them.
const RESERVED_V6 = ['::/96', '::ffff:0:0/96', '64:ff9b::/96', '2002::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8'];

// Two lists: a list with `::ffff:0:0/96` in it would also match every plain IPv4 address.
const loopbackV4 = blockList('ipv4', ['127.0.0.0/8']);
const reservedV4 = blockList('ipv4', RESERVED_V4);
const reservedV6 = blockList('ipv6', RESERVED_V6);
const translatedV4 = blockList('ipv6', ['64:ff9b::/96']);

/**
 * Classifies the host of a parsed `URL` (`url.hostname`), which has already turned every spelling of an IPv4 address
 * (decimal, octal, hexadecimal, short) into four numbers. An IPv4 address inside an IPv6 one is never loopback.
 */
export function classifyHost(hostname: string): AddressKind {
  const host = hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  const version = isIP(host);
  if (version === 0) {
    if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
    return METADATA_NAMES.has(host) ? 'private' : 'public';
  }
  if (version === 6) return host === '::1' ? 'loopback' : reservedV6.check(host, 'ipv6') ? 'private' : 'public';
  if (loopbackV4.check(host, 'ipv4')) return 'loopback';
  return reservedV4.check(host, 'ipv4') ? 'private' : 'public';
}

/**
 * Classifies an address that a name was resolved to. In a network that speaks only IPv6 every IPv4 address comes as one of
 * `64:ff9b::/96` (RFC 6052): there the IPv4 address inside decides.
 */
export function classifyAddress(text: string): AddressKind {
  // A link-local address comes with the interface it is of.
  const address = text.replace(/%.*$/, '');
  const inner = isIP(address) === 6 && translatedV4.check(address, 'ipv6') ? innerV4(address) : undefined;
  return classifyHost(inner ?? address);
}

/** The last four bytes, as a `URL` writes them: two groups of hexadecimal digits, leading zeros left out. */
function innerV4(address: string): string {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':');
  const bytes = groups.slice(-2).flatMap((group) => {
    const value = Number.parseInt(group === '' ? '0' : group, 16);
    return [value >> 8, value & 255];
  });
  return bytes.join('.');
}

function blockList(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network, prefix] = range.split('/');
    list.addSubnet(network!, Number(prefix), family);
  }
  return list;
}
