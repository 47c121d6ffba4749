package org.minqing.events.posting;

import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;

/**
 * What the sending organisation gives an instructor 保障.
 *
 * @param allowance per month
 * @param insurance whether an accident insurance was taken out
 */
public record Security(@Nullable Money allowance, @Nullable Boolean insurance) {}
