package dev.capstan.systemtests.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Of a scenario that holds the product to a time, or takes both cores for itself: it runs after the others, and not before the one that
 * runs {@linkplain BesideOthers beside them} is over.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(BesideOthers.QUIET)
@Order(Integer.MAX_VALUE)
public @interface OnAQuietMachine {}
