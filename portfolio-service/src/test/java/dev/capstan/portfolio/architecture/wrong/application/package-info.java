/** Classes that break a rule. */
@NullMarked
package dev.capstan.portfolio.architecture.wrong.application;

import org.jspecify.annotations.NullMarked;
