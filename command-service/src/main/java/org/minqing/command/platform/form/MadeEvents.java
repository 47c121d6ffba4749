package org.minqing.command.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.minqing.events.DomainEvent;

/**
 * On a command: the events that come of it. The first is its own: whoever may send the command may void and correct it, and
 * a correction is the command given again with other fields.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MadeEvents {
    Class<? extends DomainEvent>[] value();

    /** Whether the command may begin a stream. */
    boolean begins() default false;

    /** Which events of its own type are its own, where several commands make such: {@code kind=CORRESPONDENT}; empty: all. */
    String where() default "";
}
