package org.minqing.query.platform.register;

import java.util.List;
import java.util.Set;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.view.Subject;

/**
 * What an event has to do with.
 *
 * @param subjects the entities it belongs to
 * @param forms the event itself; of a void or correction, every form that what it is about ever had
 */
public record Touched(Set<Subject> subjects, List<DomainEvent> forms) {}
