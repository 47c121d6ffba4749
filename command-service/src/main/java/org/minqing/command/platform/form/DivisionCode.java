package org.minqing.command.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a code or a list of codes in a command: any code a division ever had, or its divisionId; unknown is 404
 * {@code division-not-found}, outside the caller's scope 403 unless {@code scoped} is false.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface DivisionCode {
    boolean scoped() default true;
}
