package dev.capstan.systemtests.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/**
 * Of a scenario in which some should meet, or be quick, but that holds nobody to a time: it runs after those that do not mind, when at most one
 * other stack is at work.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE - 1)
public @interface AmongTheLast {}
