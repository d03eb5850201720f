/** The other services, asked over HTTP with this service's own token. */
@NullMarked
package dev.capstan.strategy.run.adapter.http;

import org.jspecify.annotations.NullMarked;
