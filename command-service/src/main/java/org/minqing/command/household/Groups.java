package org.minqing.command.household;

/** Villagers' groups 村民小组 are numbered from 1 within their village. */
final class Groups {
    static final int MOST = 999;

    private Groups() {}
}
