package dev.groundswell.notify;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others. Of IPv6, only what is handed out to the public is taken, so that
 * forms that carry an IPv4 address (mapped, compatible, NAT64) fall out by themselves.
 */
final class PublicAddresses {

    private static final List<IpSubnetFilterRule> NOT_PUBLIC = rules(
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

    private static final List<IpSubnetFilterRule> GLOBAL_6 = rules("2000::/3");

    private static final List<IpSubnetFilterRule> NOT_PUBLIC_6 = rules(
            "2001::/23", // protocols' own: Teredo, benchmarking, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        return address instanceof Inet4Address
                ? !match(NOT_PUBLIC, address)
                : match(GLOBAL_6, address) && !match(NOT_PUBLIC_6, address);
    }

    private static boolean match(List<IpSubnetFilterRule> rules, InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(rule -> rule.matches(socket));
    }

    private static List<IpSubnetFilterRule> rules(String... networks) {
        return Arrays.stream(networks)
                .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.REJECT))
                .toList();
    }
}
