package org.minqing.query.architecture.planted.platform.register;

import org.minqing.query.architecture.planted.events.visit.VisitHappened;
import org.minqing.query.architecture.planted.fund.Fund;
import org.minqing.query.architecture.planted.platform.view.Sight;

/** A machine that knows the domain and a feature, and goes round in a circle with another room. */
public record MachineOfVisits(VisitHappened event, Fund fund, Sight sight) {}
