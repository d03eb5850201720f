package dev.capstan.systemtests.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Of a scenario with a stack of its own, which runs while others wait for what takes its time at their venue. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.QUIET, mode = ResourceAccessMode.READ)
public @interface BesideOthers {

    /** What those that measure have alone. */
    String QUIET = "a quiet machine";
}
