package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets the service to call what only the service can reach. */
class DestinationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsRefused(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
        var destinations = strict(host -> addresses(address));

        assertThatThrownBy(() -> destinations.check("https://hooks.example.com/in"))
                .isInstanceOf(Destinations.RefusedException.class)
                .hasMessage("leads to an address that is not public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.255.255",
                "223.255.255.255",
                "2606:4700::1",
                "2001:4860::8888",
                "2a00:1450::1",
                "::ffff:8.8.8.8"
            })
    void whatIsPublicIsTaken(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
        assertThat(strict(host -> addresses(address)).check("https://hooks.example.com/in"))
                .hasHost("hooks.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com",
                "//hooks.example.com/",
                "mailto:somebody@example.com",
                "https:hooks.example.com",
                "https:///in",
                "https://hooks.example.com/with space",
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://hooks.example.com/",
                "https://somebody@hooks.example.com/",
                "https://hooks.example.com@127.0.0.1/",
                "https://user:word@hooks.example.com/",
                "https://hooks.example.com/#part",
                "https://hooks.example.com:80/",
                "https://hooks.example.com:22/",
                "https://hooks.example.com:5432/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:99999/",
                "https://localhost/",
                "https://hooks/",
                "https://hooks.example.com./",
                "https://127.0.0.1/",
                "https://8.8.8.8/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://hooks.127/",
                "https://hooks.0x7f/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1%25eth0]/",
                "https://127。0。0。1/",
                "https://①②⑦.0.0.1/",
                "https://%31%32%37.0.0.1/",
                "https://hooks.example.com\\@127.0.0.1/"
            })
    void whatIsNoPlainHttpsAddressOfANameIsRefused(String url) {
        assertThatThrownBy(() -> strict(host -> addresses("8.8.8.8")).check(url))
                .isInstanceOf(Destinations.RefusedException.class);
    }

    @Test
    void oneAddressThatIsNotPublicSpoilsAll() {
        var destinations = strict(host -> addresses("8.8.8.8", "10.0.0.1"));

        assertThatThrownBy(() -> destinations.check("https://hooks.example.com/"))
                .isInstanceOf(Destinations.RefusedException.class);
    }

    @Test
    void aNameThatLeadsElsewhereLaterIsRefusedThen() throws Exception {
        var answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        var destinations = strict(host -> addresses(answers.remove()));
        var url = destinations.check("https://hooks.example.com/in?key=1");

        assertThatThrownBy(() -> destinations.resolve(url, 0)).isInstanceOf(Destinations.RefusedException.class);
    }

    @Test
    void whatIsConnectedToIsWhatWasLookedAt() throws Exception {
        var asked = new ArrayList<String>();
        var destinations = strict(host -> {
            asked.add(host);
            return addresses("8.8.8.8", "8.8.4.4");
        });
        var url = destinations.read("https://hooks.example.com:8443/in?key=1");

        var first = destinations.resolve(url, 0);
        assertThat(first.address().getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(first.port()).isEqualTo(8443);
        assertThat(first.target()).isEqualTo("/in?key=1");
        assertThat(destinations.resolve(url, 1).address().getHostAddress()).isEqualTo("8.8.4.4");
        assertThat(asked).containsExactly("hooks.example.com", "hooks.example.com");
    }

    @Test
    void aHostThatCannotBeFoundIsRefused() {
        var destinations = strict(host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> destinations.check("https://hooks.example.com/"))
                .hasMessage("has a host that cannot be found");
    }

    private static Destinations strict(Names names) {
        return new Destinations(() -> false, names);
    }

    private static List<InetAddress> addresses(String... literals) {
        return Arrays.stream(literals).map(DestinationsTest::address).toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException noLiteral) {
            throw new AssertionError(noLiteral);
        }
    }
}
