/** Puts the feature together. */
@NullMarked
package dev.capstan.risk.exposure.adapter.config;

import org.jspecify.annotations.NullMarked;
