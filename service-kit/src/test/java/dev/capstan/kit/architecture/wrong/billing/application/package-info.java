/** Part of what breaks the rules. */
@NullMarked
package dev.capstan.kit.architecture.wrong.billing.application;

import org.jspecify.annotations.NullMarked;
