package org.minqing.command.platform.form;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What may be left out, but has something to say where it is given. */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "(?s).*\\S.*", message = OptionalText.CODE)
public @interface OptionalText {
    /** The rule it breaks otherwise. */
    String CODE = "empty";

    String message() default CODE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
