package org.minqing.query.architecture.planted.edge;

import org.minqing.query.architecture.planted.events.visit.VisitHappened;

/** Something of the edge that knows an event. */
record Door(VisitHappened event) {}
