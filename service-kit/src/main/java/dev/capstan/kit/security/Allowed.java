package dev.capstan.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may call an operation; whoever has none of them is answered 403 before anything is looked up.
 *
 * <p>Every handler method carries this or {@link Open}: one that does not is refused to everybody. Whose accounts somebody may touch is
 * another question, answered where the account is known.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** Any of these is enough; none named means every role there is. */
    Role[] value() default {};
}
