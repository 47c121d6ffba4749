package org.minqing.query.platform.question;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameters a question takes beside {@code asOf}, {@code knownAt}, {@code after} and {@code programme}; any other is refused.
 * On a method with a parameter of type {@link QuestionParameters}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AcceptedParameters {
    String[] value() default {};

    /** Whether {@link Purpose} may be said, and personal data is then shown in full. */
    boolean reveals() default false;
}
