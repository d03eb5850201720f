package dev.capstan.kit.security;

import org.springframework.web.client.RestClient;

/** HTTP clients to one certain replica of a service, with this service's own token, correlation id and time limits. */
@FunctionalInterface
public interface ReplicaClients {

    /**
     * Client for the replica behind an address, e.g. the owner of a lease.
     *
     * @param baseUrl an address that a replica of ours wrote down; our own token goes there
     */
    RestClient at(String baseUrl);
}
