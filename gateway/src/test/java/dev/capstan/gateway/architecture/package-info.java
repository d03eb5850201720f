/** The shape of the gateway, and classes that break it on purpose. */
@NullMarked
package dev.capstan.gateway.architecture;

import org.jspecify.annotations.NullMarked;
