package dev.capstan.kit.security;

import org.springframework.web.client.RestClient;

/** HTTP clients to the other services with this service's own token, correlation id and time limits. */
public interface ServiceClients {

    /** Header in which a service names the stored user it acts for. */
    String ON_BEHALF_OF = "Capstan-On-Behalf-Of";

    /**
     * Client for one service: {@code execution}, {@code risk}, {@code portfolio} or {@code market-data}. Paths are relative to its base
     * URL; several replicas are tried in turn, the next only when a connection is refused.
     */
    RestClient to(String service);
}
