package org.minqing.query.architecture.planted.fund;

public record Fund() {}
