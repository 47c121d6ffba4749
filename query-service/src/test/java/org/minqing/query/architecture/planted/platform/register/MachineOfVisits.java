package org.minqing.query.architecture.planted.platform.register;

import org.minqing.query.architecture.planted.events.visit.VisitHappened;
import org.minqing.query.architecture.planted.fund.Fund;

/** A machine that knows the domain, and a feature. */
record MachineOfVisits(VisitHappened event, Fund fund) {}
