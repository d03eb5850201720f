/** {@code /api/strategy}: runs are started, stopped and looked at. */
@NullMarked
package dev.capstan.strategy.run.adapter.web;

import org.jspecify.annotations.NullMarked;
