package org.minqing.command.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds a text, and says under whose key it is sealed when the component's type is {@code Sealed}: clear text comes in,
 * the handler sees only the sealed form. All text is Unicode in NFC without control characters but newline and tab and
 * without characters nobody sees ({@link TextRules}), blanks around it are left out; a {@code String} without this annotation may have 200 characters.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {
    /** Longest text, in Unicode characters. */
    int max();

    /**
     * Component holding the subject's id, looked for in the same record, then in the command; empty: the command's own
     * aggregate. {@code householdId} gives the subject {@code household:<id>}. An absent id is made from client, commandId
     * and JSON pointer, and the handler finds it in the component.
     */
    String under() default "";

    /** Where {@code under} names a component that is absent: the command's own aggregate instead of a made id. */
    boolean orOwn() default false;

    /** The subject's kind where it is not the name of the component: {@code under = "id", as = "person"}. */
    String as() default "";

    /** Sealed as what the stream is about says, {@link org.minqing.events.DomainEvent#dataSubject}, else under the stream's own. */
    boolean ofStream() default false;

    /** Kind under which the subject can be found by the whole of a sealed text; empty: not to be found by it. */
    String findable() default "";
}
