package dev.groundswell.notify;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
interface Names {

    /** All of them, at least one. */
    List<InetAddress> of(String host) throws UnknownHostException;

    /** As the machine knows them. */
    @ApplicationScoped
    class OfTheSystem implements Names {

        @Override
        public List<InetAddress> of(String host) throws UnknownHostException {
            return List.of(InetAddress.getAllByName(host));
        }
    }
}
