/**
 * What holds for every request and every answer, whatever it is about: who really asks ({@link
 * dev.capstan.gateway.perimeter.TrustedProxies}), which headers protect a browser, and which web pages may call.
 *
 * <p>The first two are valves of the web server, not filters, so that they also hold for what the server refuses by itself.
 *
 * <p>Example: with {@code capstan.gateway.trusted-proxies=10.0.0.0/8} a call from 10.0.0.7 that carries {@code X-Forwarded-For:
 * 203.0.113.9} counts as one from 203.0.113.9; from anywhere else the header changes nothing.
 */
@NullMarked
package dev.capstan.gateway.perimeter;

import org.jspecify.annotations.NullMarked;
