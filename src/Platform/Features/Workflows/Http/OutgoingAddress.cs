using System.Net;
using System.Net.Sockets;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Which addresses are out on the internet. All others lie within somebody's house, and are none of a workflow's business.</summary>
internal static class OutgoingAddress
{
    private static readonly IPNetwork[] s_inside =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork s_translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && (s_translated.Contains(address) || s_sixToFour.Contains(address)))
        {
            // What is meant is the address of the old kind that stands in it.
            var bytes = address.GetAddressBytes();
            return IsPublic(new IPAddress(s_sixToFour.Contains(address) ? bytes[2..6] : bytes[12..16]));
        }

        return !Array.Exists(s_inside, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
