/** Generations and hashes in PostgreSQL. */
@NullMarked
package dev.capstan.portfolio.rebuild.adapter.postgres;

import org.jspecify.annotations.NullMarked;
