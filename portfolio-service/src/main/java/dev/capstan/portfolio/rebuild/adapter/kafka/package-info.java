/** The ledger's place in the order streams, and alerts about rebuilds. */
@NullMarked
package dev.capstan.portfolio.rebuild.adapter.kafka;

import org.jspecify.annotations.NullMarked;
