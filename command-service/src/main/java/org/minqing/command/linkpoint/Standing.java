package org.minqing.command.linkpoint;

import org.jspecify.annotations.Nullable;

/**
 * By what a cadre is judged on a day.
 *
 * @param rankCode rank held, code of GB/T 12407
 * @param band of that rank, if the programme has defined one by that day
 * @param quota households for a cadre of that band
 */
record Standing(
        String rankCode, @Nullable String band, @Nullable Integer quota) {}
