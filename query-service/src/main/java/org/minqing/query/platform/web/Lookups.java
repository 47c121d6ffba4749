package org.minqing.query.platform.web;

import org.minqing.query.platform.Gazetteer;
import org.minqing.query.platform.Names;
import org.minqing.query.platform.register.RegisterReader;

/** Makes a {@link Lookup} for each answer. */
record Lookups(RegisterReader register, Gazetteer gazetteer, Names names) {
    Lookup make() {
        return new Lookup(register, gazetteer, names);
    }
}
