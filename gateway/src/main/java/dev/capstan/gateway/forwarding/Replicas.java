package dev.capstan.gateway.forwarding;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Base URLs of the services, each a list of replicas; empty when the service is not part of this installation. */
public final class Replicas {

    private final Map<Upstream, List<URI>> urls = new EnumMap<>(Upstream.class);

    /** @param urlsOf the configured URLs of a service, by its name */
    Replicas(Function<String, List<String>> urlsOf) {
        for (Upstream upstream : Upstream.values()) {
            urls.put(upstream, checked(upstream, urlsOf.apply(upstream.serviceName())));
        }
    }

    /** In the order in which they are to be tried. */
    public List<URI> of(Upstream upstream) {
        return urls.getOrDefault(upstream, List.of());
    }

    private static List<URI> checked(Upstream upstream, List<String> texts) {
        return texts.stream().map(text -> checked(upstream, text)).toList();
    }

    private static URI checked(Upstream upstream, String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || !List.of("", "/").contains(url.getPath())) {
            throw new IllegalArgumentException(
                    "URL of " + upstream.serviceName() + ": expected http://host:port, got: " + text);
        }
        return url;
    }
}
