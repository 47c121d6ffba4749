package org.minqing.command.platform.form;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.minqing.events.CodeList;
import org.minqing.events.CodeLists;
import org.minqing.events.RankCode;

/** The text is a code of a national standard. A sealed one can only be judged before it is sealed. */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CodeOf.Check.class)
public @interface CodeOf {
    Standard value();

    String message() default "not-a-code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Where the codes come from. */
    enum Standard {
        RANK(RankCode.CODES),
        SEX(CodeLists.SEX),
        POLITICAL_STATUS(CodeLists.POLITICAL_STATUS),
        RELATION(CodeLists.RELATION),
        ETHNIC_GROUP(CodeLists.ETHNIC_GROUP);

        private final CodeList list;

        Standard(CodeList list) {
            this.list = list;
        }

        public CodeList list() {
            return list;
        }

        /** As people are told of it. */
        @Override
        public String toString() {
            return list.standard();
        }
    }

    /** Judges clear texts and lets sealed ones pass. */
    final class Check implements ConstraintValidator<CodeOf, Object> {
        private CodeList list = CodeLists.SEX;

        @Override
        public void initialize(CodeOf annotation) {
            list = annotation.value().list();
        }

        @Override
        public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
            return !(value instanceof String code) || list.contains(code);
        }
    }
}
