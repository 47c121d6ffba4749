package org.minqing.edge;

import java.util.List;

/** A problem that its status and code tell in full. */
record StatusProblem(int status, String code) implements Problem {
    @Override
    public List<Object> arguments() {
        return List.of();
    }

    @Override
    public List<Field> errors() {
        return List.of();
    }
}
