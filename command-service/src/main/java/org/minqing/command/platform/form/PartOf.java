package org.minqing.command.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an optional component of a command: it names something inside what another component names, or what is derived for
 * that one, such as an office of an organisation. A correction that leads to another such whole, and does not name a part
 * of it, is as if the part had been left out.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartOf {
    /** The component that names the whole. */
    String value();
}
