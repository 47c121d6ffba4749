package org.minqing.command.platform.decision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code UUID} parameter of an event sourcing handler: the id the event has in the log. Axon's own message
 * identifier is that only once the event was read back; while it is being applied it is a random one.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventId {}
