package org.minqing.command.platform.form;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Words that are printed as they stand: no run of eleven digits in them, see {@link PublicWords}. */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
public @interface PrintedText {
    String message() default PublicWords.CODE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
