/** Wires rebuilds to their adapters and goes on with interrupted ones. */
@NullMarked
package dev.capstan.portfolio.rebuild.adapter;

import org.jspecify.annotations.NullMarked;
