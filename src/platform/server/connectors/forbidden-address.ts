import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'

/** Where no department stands: link-local addresses (the metadata of clouds among them), broadcast, multicast, nowhere. */
const never = new BlockList()
never.addSubnet('0.0.0.0', 8)
never.addSubnet('169.254.0.0', 16)
never.addSubnet('224.0.0.0', 3)
never.addAddress('::', 'ipv6')
never.addSubnet('fe80::', 10, 'ipv6')
never.addSubnet('ff00::', 8, 'ipv6')
never.addSubnet('fd00:ec2::', 32, 'ipv6')

/** Whether a host of the configuration stands where nothing may be asked. A name that is not known is asked, and does not answer. */
export async function isForbiddenAddress(host: string): Promise<boolean> {
  const bare = host.replace(/^\[|\]$/g, '')
  const found = await lookup(bare, { all: true }).catch(() => [])
  return found.some(({ address }) => never.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'))
}
