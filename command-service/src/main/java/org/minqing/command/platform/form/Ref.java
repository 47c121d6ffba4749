package org.minqing.command.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an id or a list of ids in a command: the stream must exist (404 {@code <type>-not-found}), and its division and
 * organisation must lie in the caller's scope (403) unless {@code scoped} is false. Programmes and cadres lie in nobody's
 * scope: they come from above the village.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ref {
    /** Stream type, {@code Household}. */
    String value();

    boolean scoped() default true;
}
