/** Classes that break a rule. */
@NullMarked
package dev.capstan.portfolio.architecture.wrong.adapter.postgres;

import org.jspecify.annotations.NullMarked;
