package org.minqing.command.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.minqing.command.platform.decision.DecisionContext;

/** On a command that says why: the platform takes {@code reason} (sealed) and {@code reasonCode} off, see {@link DecisionContext#reason}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReasonField {
    boolean required() default true;
}
