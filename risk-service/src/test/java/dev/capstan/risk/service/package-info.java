/** The service as it is shipped: web server, tokens, real Kafka and PostgreSQL; only execution is played. */
@NullMarked
package dev.capstan.risk.service;

import org.jspecify.annotations.NullMarked;
