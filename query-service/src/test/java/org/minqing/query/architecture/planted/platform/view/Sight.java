package org.minqing.query.architecture.planted.platform.view;

import org.minqing.query.architecture.planted.platform.register.MachineOfVisits;

/** Uses a room it may not, and which uses it. */
public record Sight(MachineOfVisits machine) {}
