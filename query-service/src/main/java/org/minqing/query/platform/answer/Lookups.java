package org.minqing.query.platform.answer;

import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.view.Views;

/** Makes a {@link Lookup} for each answer. */
public record Lookups(RegisterReader register, Gazetteer gazetteer, Names names, Views views) {
    public Lookup make() {
        return new Lookup(register, gazetteer, names, views.unnamed());
    }
}
