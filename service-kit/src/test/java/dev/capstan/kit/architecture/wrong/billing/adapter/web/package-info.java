/** Part of what breaks the rules. */
@NullMarked
package dev.capstan.kit.architecture.wrong.billing.adapter.web;

import org.jspecify.annotations.NullMarked;
