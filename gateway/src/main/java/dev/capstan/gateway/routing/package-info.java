/**
 * {@link dev.capstan.gateway.routing.Route}: which service owns which paths; {@link dev.capstan.gateway.routing.RouteConfiguration}
 * makes Spring Cloud Gateway routes of it. A path that is not in the table does not exist for the world outside.
 */
@NullMarked
package dev.capstan.gateway.routing;

import org.jspecify.annotations.NullMarked;
