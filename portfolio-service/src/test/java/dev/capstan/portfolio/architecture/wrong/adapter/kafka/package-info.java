/** Classes that break a rule. */
@NullMarked
package dev.capstan.portfolio.architecture.wrong.adapter.kafka;

import org.jspecify.annotations.NullMarked;
