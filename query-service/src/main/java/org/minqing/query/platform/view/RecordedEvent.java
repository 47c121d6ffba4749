package org.minqing.query.platform.view;

import org.minqing.events.DomainEvent;

/** An event and what the log knows of it. */
public record RecordedEvent<E extends DomainEvent>(E event, EventMeta meta) {}
