package org.minqing.edge.planted;

import org.minqing.events.planted.Domain;

/** Breaks the rule that the edge knows no domain, so that the rule's test can see it caught. */
public final class KnowsTheDomain {
    public final Domain domain = new Domain();
}
