package org.minqing.command.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the command's event keeps what this component said, if not under the component's own name: a path in its JSON,
 * {@code matter.dueOn}; empty: nowhere, so that a correction leaves it out unless it gives it.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventPath {
    String value();
}
