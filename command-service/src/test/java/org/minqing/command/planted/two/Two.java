package org.minqing.command.planted.two;

import org.axonframework.spring.stereotype.Aggregate;

/** An aggregate that everybody sees. */
@Aggregate
public final class Two {}
