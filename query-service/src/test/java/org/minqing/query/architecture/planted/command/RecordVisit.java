package org.minqing.query.architecture.planted.command;

public record RecordVisit() {}
