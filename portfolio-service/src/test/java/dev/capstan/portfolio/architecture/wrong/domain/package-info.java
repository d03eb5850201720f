/** Classes that break a rule. */
@NullMarked
package dev.capstan.portfolio.architecture.wrong.domain;

import org.jspecify.annotations.NullMarked;
