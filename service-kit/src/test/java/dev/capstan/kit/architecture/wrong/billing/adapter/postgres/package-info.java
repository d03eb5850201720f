/** Part of what breaks the rules. */
@NullMarked
package dev.capstan.kit.architecture.wrong.billing.adapter.postgres;

import org.jspecify.annotations.NullMarked;
