package dev.groundswell.notify;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others. Of IPv6, only what is handed out to the public is taken, so that
 * forms that carry an IPv4 address (mapped, compatible, NAT64) fall out by themselves.
 */
final class PublicAddresses {

    private static final List<IPAddress> NOT_PUBLIC = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carriers' own
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, and where clouds keep their metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols' own
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    private static final List<IPAddress> GLOBAL_6 = networks("2000::/3");

    private static final List<IPAddress> NOT_PUBLIC_6 = networks(
            "2001::/23", // protocols' own: Teredo, benchmarking, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    private static final IPAddressGenerator READER = new IPAddressGenerator();

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        // the bytes alone: a zone says on which wire, and changes nothing
        var ip = READER.from(address.getAddress());
        return address instanceof Inet4Address
                ? !holds(NOT_PUBLIC, ip)
                : holds(GLOBAL_6, ip) && !holds(NOT_PUBLIC_6, ip);
    }

    private static boolean holds(List<IPAddress> networks, IPAddress ip) {
        return networks.stream().anyMatch(network -> network.contains(ip));
    }

    private static List<IPAddress> networks(String... networks) {
        return Arrays.stream(networks)
                .map(network -> new IPAddressString(network).getAddress().toPrefixBlock())
                .toList();
    }
}
