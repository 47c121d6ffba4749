package org.minqing.query.architecture.planted.events.visit;

public record VisitHappened() {}
