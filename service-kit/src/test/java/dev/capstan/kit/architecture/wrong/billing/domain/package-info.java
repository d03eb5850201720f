/** Part of what breaks the rules. */
@NullMarked
package dev.capstan.kit.architecture.wrong.billing.domain;

import org.jspecify.annotations.NullMarked;
